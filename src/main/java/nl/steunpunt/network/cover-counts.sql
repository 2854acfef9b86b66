-- What constituencies come to, by department, place and power user, for one system or (:system null) for all. In the
-- transaction of each recompute, so that nobody sees the one without the other. Only differences are written.
with
  systems as materialized (
    select s.id from network.system s where s.active and (:system::bigint is null or s.id = :system)
  ),
  mandates as materialized (
    select m.id, m.person_id, m.system_id
      from network.mandate m
     where m.state in ('provisional', 'active') and (:system::bigint is null or m.system_id = :system)
  ),
  firsts as (
    select c.person_id, c.system_id, c.mandate_id, c.nearness
      from network.constituency c where c.rank = 0 and (:system::bigint is null or c.system_id = :system)
  ),
  seconds as (
    select c.person_id, c.system_id, c.mandate_id, c.nearness
      from network.constituency c where c.rank = 1 and (:system::bigint is null or c.system_id = :system)
  ),
  -- A power user with nobody beside them is no hole: they ask each other. An exception that the lead made (nearness
  -- 0) decides, so two of those are no rivals.
  each as (
    select s.id as system_id, p.department_id, coalesce(p.location_id, 0) as location_id,
           case when own.id is not null then 'self'
                when f.person_id is null then 'hole'
                when n.person_id is null then 'alone'
                else 'served' end as kind,
           coalesce(own.id, f.mandate_id, 0) as mandate_id,
           case when own.id is null and n.nearness = f.nearness and f.nearness > 0 then n.mandate_id else 0 end as rival_id,
           case when own.id is null and f.person_id is not null then coalesce(n.mandate_id, 0) else 0 end as second_id
      from systems s
      cross join people.pub_person p
      left join mandates own on own.person_id = p.id and own.system_id = s.id
      left join firsts f on f.person_id = p.id and f.system_id = s.id
      left join seconds n on n.person_id = p.id and n.system_id = s.id
     where p.active
  ),
  wanted as materialized (
    select system_id, department_id, location_id, kind, mandate_id, rival_id, second_id, count(*)::int as people
      from each
     group by system_id, department_id, location_id, kind, mandate_id, rival_id, second_id
  ),
  gone as (
    delete from network.cover_count kept
     where (:system::bigint is null or kept.system_id = :system)
       and not exists (select from wanted w
                        where w.system_id = kept.system_id and w.department_id = kept.department_id
                          and w.location_id = kept.location_id and w.kind = kept.kind
                          and w.mandate_id = kept.mandate_id and w.rival_id = kept.rival_id
                          and w.second_id = kept.second_id)
  )
insert into network.cover_count as kept (system_id, department_id, location_id, kind, mandate_id, rival_id, second_id, people)
select system_id, department_id, location_id, kind, mandate_id, rival_id, second_id, people from wanted
 order by system_id, department_id, location_id, kind, mandate_id, rival_id, second_id
on conflict (system_id, department_id, location_id, kind, mandate_id, rival_id, second_id) do update
   set people = excluded.people where kept.people <> excluded.people
