-- What was heard about the issue that is gone rests. Who was still to hear it, and is to hear the same of the kept one, hears both at once.
with away as (
  delete from issues.hearing where issue_id = :gone returning *
)
insert into issues.hearing_at_rest (issue_id, person_id, news_id, state, product_at, power_user_id, heard_id, passed_to)
select a.issue_id, a.person_id, a.news_id, a.state, a.product_at, a.power_user_id, a.heard_id,
       case when :same and a.state = 'to_tell' and k.state = 'to_tell' then k.news_id end
  from away a
  left join lateral (select * from issues.hearing h where h.issue_id = :kept and h.person_id = a.person_id limit 1) k on true
on conflict (issue_id, person_id) do update
   set news_id = excluded.news_id, state = excluded.state, product_at = excluded.product_at,
       power_user_id = excluded.power_user_id, heard_id = excluded.heard_id, passed_to = excluded.passed_to
