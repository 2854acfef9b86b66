-- The issue is one of its own again, and so is what its people heard of it. Who heard the same news from the other one has heard it.
-- Each looked up by itself: joined, all would be held against all where nothing is known yet of how many there are.
with back as (
  delete from issues.hearing_at_rest r
   where r.issue_id = :gone
     and (select true from issues.me_too m where m.issue_id = :gone and m.person_id = r.person_id)
  returning r.*
), known as (
  select b.*, k.state as other_state, k.power_user_id as other_power_user,
         b.passed_to is not null
         and (k.person_id is null or k.state <> 'to_tell' and k.news_id >= b.passed_to or coalesce(k.heard_id, 0) >= b.passed_to) as by_other
    from back b
    left join lateral (select * from issues.hearing h where h.issue_id = :kept and h.person_id = b.person_id limit 1) k on true
)
insert into issues.hearing (issue_id, person_id, news_id, state, product_at, power_user_id, heard_id)
select issue_id, person_id, news_id,
       case when not by_other then state when other_state in ('told', 'disputed') then other_state else 'heard' end,
       product_at,
       case when not by_other then power_user_id when other_state in ('told', 'disputed') then other_power_user end,
       heard_id
  from known
on conflict do nothing
