-- Volunteers first: they do better at it than who is picked. Then whom most colleagues would be helped by.
-- Below five names nobody is shown as named: it could be told who did.
with recursive chosen as (
  select s.id from network.pub_system s
   where s.active and (:system::bigint is null or s.id = :system)
   order by s.unhelped, s.name, s.id limit 1
),
named as (
  select n.nominee_id as person_id, count(*)::int as named
    from network.nomination n where n.system_id = (select id from chosen)
   group by n.nominee_id having count(*) >= :fewest
),
candidate as materialized (
  select p.id, p.name, p.function, p.department_id, p.department_path, p.location_path, v.why, n.named
    from people.pub_person p
    left join network.volunteer v on v.person_id = p.id and v.system_id = (select id from chosen)
    left join named n on n.person_id = p.id
   where p.active and (v.person_id is not null or n.person_id is not null)
     and not exists (select from network.mandate m
                      where m.person_id = p.id and m.system_id = (select id from chosen) and m.stage <> 'ended')
),
departments (top, id) as (
  select distinct department_id, department_id from candidate
  union all
  select above.top, d.id from departments above join people.pub_department d on d.parent_id = above.id
),
unserved as materialized (
  select d.top, count(*)::int as people
    from departments d join people.pub_person p on p.department_id = d.id and p.active
   where not exists (select from network.constituency c
                      where c.person_id = p.id and c.system_id = (select id from chosen) and c.rank = 0)
     -- Power users ask each other, as on the cover screen.
     and not exists (select from network.pub_power_user u
                      where u.person_id = p.id and u.system_id = (select id from chosen))
   group by d.top
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.unhelped, s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select id from chosen) as system,
         (select coalesce(json_agg(c), '[]') from (
           select c.id as person, c.name, c.function, c.department_path as department, c.location_path as location,
                  c.why, c.named,
                  -- The candidate is no colleague of their own.
                  greatest(coalesce(u.people, 0) - (select count(*) from network.system s
                     where s.id = (select id from chosen) and not exists (select from network.constituency k
                       where k.person_id = c.id and k.system_id = s.id and k.rank = 0)), 0)::int as colleagues
             from candidate c left join unserved u on u.top = c.department_id
            order by c.why is null, colleagues desc, c.name, c.id limit :rows) c) as candidates) screen
