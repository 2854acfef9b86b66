-- Whom each mandate serves, from rules and exceptions, for one system or (:system null) for all;
-- only differences are written.
--
-- Order of a person's power users: an exception; then the nearest manager up the chain; then the
-- deepest department or location. Of equals comes first who reaches fewer people per percent of
-- share (so whole teams stay together, and the one with room is first), then the older mandate.
-- Nearness is that order as a number, lower is nearer: 0 exception, 1.. steps up the chain, 1000
-- less the depth of the place.
merge into network.constituency as kept
using (
  with recursive
  mandates as materialized (
    select m.id, m.person_id, m.system_id, m.share_percent
      from network.mandate m
      join network.system s on s.id = m.system_id and s.active
      join people.pub_person p on p.id = m.person_id and p.active
     where m.state <> 'ended'
       and (:system::bigint is null or m.system_id = :system)
  ),
  rules as materialized (
    select r.mandate_id, r.kind, r.ref_id
      from network.constituency_rule r
      join mandates m on m.id = r.mandate_id
  ),
  departments (top, id, nearness) as (
    select d.id, d.id, 1000 - d.depth from people.pub_department d
     where d.id in (select ref_id from rules where kind = 'department')
    union all
    select above.top, d.id, above.nearness
      from departments above join people.pub_department d on d.parent_id = above.id
  ),
  locations (top, id, nearness) as (
    select l.id, l.id, 1000 - l.depth from people.pub_location l
     where l.id in (select ref_id from rules where kind = 'location')
    union all
    select above.top, l.id, above.nearness
      from locations above join people.pub_location l on l.parent_id = above.id
  ),
  chains (top, id, nearness) as (
    select p.manager_id, p.id, 1 from people.pub_person p
     where p.manager_id in (select ref_id from rules where kind = 'manager')
    union all
    select above.top, p.id, above.nearness + 1
      from chains above join people.pub_person p on p.manager_id = above.id
     where above.nearness < 100    -- the import refuses loops; one that slipped in ends here
  ),
  matched (person_id, mandate_id, nearness, via) as (
    select p.id, r.mandate_id, d.nearness, 2
      from rules r
      join departments d on d.top = r.ref_id
      join people.pub_person p on p.department_id = d.id and p.active
     where r.kind = 'department'
    union all
    select p.id, r.mandate_id, l.nearness, 3
      from rules r
      join locations l on l.top = r.ref_id
      join people.pub_person p on p.location_id = l.id and p.active
     where r.kind = 'location'
    union all
    select p.id, r.mandate_id, c.nearness, 1
      from rules r
      join chains c on c.top = r.ref_id
      join people.pub_person p on p.id = c.id and p.active
     where r.kind = 'manager'
    union all
    select e.person_id, e.mandate_id, 0, 0
      from network.constituency_exception e
      join mandates m on m.id = e.mandate_id
      join people.pub_person p on p.id = e.person_id and p.active
     where e.served
  ),
  -- The nearest of several rules of one mandate, with its kind in the last digit.
  best as materialized (
    select x.person_id, x.mandate_id, min(x.nearness * 10 + x.via) as nearness_via
      from matched x
     group by x.person_id, x.mandate_id
  ),
  -- Whose turn it is among equals.
  turns as materialized (
    select m.id, m.person_id, m.system_id,
           row_number() over (order by reach.people::float8 / m.share_percent, m.id)::int as turn
      from mandates m
      join (select mandate_id, count(*) as people from best group by mandate_id) reach
        on reach.mandate_id = m.id
  ),
  ranked as (
    select b.person_id, m.system_id, b.mandate_id, m.person_id as power_user_id,
           b.nearness_via / 10 as nearness,
           (array['exception', 'manager', 'department', 'location'])[b.nearness_via % 10 + 1] as via,
           (row_number() over (partition by m.system_id, b.person_id
                               order by b.nearness_via / 10, m.turn) - 1)::smallint as rank
      from best b
      join turns m on m.id = b.mandate_id and m.person_id <> b.person_id
     where (b.person_id, b.mandate_id) not in (select e.person_id, e.mandate_id
                                                 from network.constituency_exception e
                                                where not e.served)
  )
  select * from ranked where rank <= 5
) as wanted
on kept.person_id = wanted.person_id and kept.system_id = wanted.system_id and kept.rank = wanted.rank
when matched and (kept.mandate_id, kept.via, kept.nearness) <> (wanted.mandate_id, wanted.via, wanted.nearness) then
  update set mandate_id = wanted.mandate_id, power_user_id = wanted.power_user_id,
             via = wanted.via, nearness = wanted.nearness
when not matched then
  insert (person_id, system_id, rank, mandate_id, power_user_id, via, nearness)
  values (wanted.person_id, wanted.system_id, wanted.rank, wanted.mandate_id, wanted.power_user_id,
          wanted.via, wanted.nearness)
when not matched by source and (:system::bigint is null or kept.system_id = :system) then
  delete
