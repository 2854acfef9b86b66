-- What this person has not read of an issue that they help to solve, for as long as they may: what others said, and what was decided
-- about what they proposed.
with recursive meant (id, merged_into) as (
  select id, merged_into from issues.issue where id = :id
  union all
  select i.id, i.merged_into from meant m join issues.issue i on i.id = m.merged_into
),
inside (id) as (
  select id from meant where merged_into is null
  union
  select i.id from issues.issue i join inside on i.merged_into = inside.id
)
select to_json(news) from (
  select i.id, i.title, p.language,
         coalesce((select json_agg(l order by l.at, l.id) from (
           select s.id, s.kind, left(s.text, 500) as text, s.decision, s.reason, s.at, w.name as who
             from (select id, kind, text, null as decision, null as reason, at, author_id as who_id
                     from issues.solving_post
                    where issue_id in (select id from inside) and at >= :since and author_id <> :person
                   union all
                   select id, kind, text, decision, reason, decided_at, decided_by
                     from issues.solving_post
                    where issue_id in (select id from inside) and decided_at >= :since
                      and author_id = :person and decided_by <> :person) s
             left join people.pub_person w on w.id = s.who_id
            order by s.at desc, s.id desc limit :most) l), '[]') as lines
    from issues.issue i
    join people.pub_active_person a on a.id = :person
    join people.pub_person p on p.id = a.id
   where i.id = (select id from meant where merged_into is null)
     and (p.roles && array['helpdesk', 'product_owner', 'network_lead']
          or exists (select from network.pub_power_user u where u.person_id = p.id))) news
