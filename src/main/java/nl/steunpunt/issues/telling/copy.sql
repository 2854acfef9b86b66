-- Who comes from the one issue to the other hears of it as far as they had heard: told is told, and who still waits, waits.
insert into issues.hearing (issue_id, person_id, news_id, state, product_at, power_user_id, heard_id)
select :kept, h.person_id, n.id, h.state, h.product_at, h.power_user_id, null
  from issues.hearing h
  join (select max(id) as id from issues.news where issue_id = :kept) n on n.id is not null
 where h.issue_id = :gone
   and (select true from issues.carried_person c
         where c.merger_id = (select g.id from issues.merger g
                               where g.gone_id = :gone and g.kept_id = :kept and g.undone_at is null)
           and c.person_id = h.person_id)
on conflict do nothing
