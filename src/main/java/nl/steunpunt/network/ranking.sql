-- Whom each mandate would serve, from rules and exceptions, for one system or (:system null) for all:
-- of_crews for all who are served alike, of_persons for who is ranked alone. What it is read for goes
-- on where this ends: recompute.sql, division/what-if.sql.
--
-- Order of a person's power users: an exception; then the nearest manager up the chain; then the
-- deepest department or location. Of equals comes first who reaches fewer people per percent of
-- share (so whole teams stay together, and the one with room is first), then the older mandate.
-- Nearness is that order as a number, lower is nearer: 0 exception, 1.. steps up the chain, 1000
-- less the depth of the place.
--
-- What if the rule (:kind, :ref) were taken from one mandate and given to another? Then only those are ranked whom
-- either of the two would serve: between all others nothing changes, neither their nearness nor whose turn it is.
-- Null: as it is, and everybody.
with recursive
  mandates as materialized (
    select m.id, m.person_id, m.system_id, m.share_percent
      from network.mandate m
      join network.system s on s.id = m.system_id and s.active
      join people.pub_person p on p.id = m.person_id and p.active
     where m.state in ('provisional', 'active')
       and (:system::bigint is null or m.system_id = :system)
  ),
  rules as materialized (
    select r.mandate_id, r.kind, r.ref_id
      from network.constituency_rule r
      join mandates m on m.id = r.mandate_id
     where (r.mandate_id, r.kind, r.ref_id) is distinct from (:takenFrom::bigint, :kind::text, :ref::bigint)
    union
    select m.id, :kind::text, :ref::bigint from mandates m where m.id = :givenTo::bigint
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
  -- Whose people are a manager's people, and how far up that is.
  chains (top, id, nearness) as (
    select distinct ref_id, ref_id, 1 from rules where kind = 'manager'
    union all
    select above.top, p.id, above.nearness + 1
      from chains above join people.pub_person p on p.manager_id = above.id
     where above.nearness < 100    -- the import refuses loops; one that slipped in ends here
  ),
  -- Not materialized: who is looked up by number or place is found by an index, where 100,000 rows that were put aside are
  -- read through each time.
  people as not materialized (
    select p.id, p.department_id, coalesce(p.location_id, 0) as location_id, coalesce(p.manager_id, 0) as manager_id
      from people.pub_active_person p
  ),
  -- People of one department, place and manager are served alike: the work is done once for all of them. Counted in the
  -- order of an index, and by that alone.
  crews as materialized (
    select row_number() over () as id, department_id, coalesce(location_id, 0) as location_id, coalesce(manager_id, 0) as manager_id, people
      from (select department_id, location_id, manager_id, count(*) as people
              from people.pub_active_person group by department_id, location_id, manager_id) alike
  ),
  members as materialized (
    select p.id as person_id, c.id as crew
      from people p
      join crews c on c.department_id = p.department_id and c.location_id = p.location_id and c.manager_id = p.manager_id
  ),
  matched (crew, mandate_id, nearness, via) as (
    select c.id, r.mandate_id, d.nearness, 2
      from rules r
      join departments d on d.top = r.ref_id
      join crews c on c.department_id = d.id
     where r.kind = 'department'
    union all
    select c.id, r.mandate_id, l.nearness, 3
      from rules r
      join locations l on l.top = r.ref_id
      join crews c on c.location_id = l.id
     where r.kind = 'location'
    union all
    select c.id, r.mandate_id, above.nearness, 1
      from rules r
      join chains above on above.top = r.ref_id
      join crews c on c.manager_id = above.id
     where r.kind = 'manager'
  ),
  -- The nearest of several rules of one mandate, with its kind in the last digit.
  best as materialized (
    select x.crew, x.mandate_id, min(x.nearness * 10 + x.via) as nearness_via
      from matched x
     group by x.crew, x.mandate_id
  ),
  concerned as materialized (
    select distinct crew from best where mandate_id in (:takenFrom::bigint, :givenTo::bigint)
  ),
  -- Who has an exception, or is a power user and so does not serve themselves, is ranked alone.
  alone as materialized (
    select p.id as person_id, c.id as crew
      from (select e.person_id from network.constituency_exception e join mandates m on m.id = e.mandate_id
            union
            select person_id from mandates) special
      join people p on p.id = special.person_id
      join crews c on c.department_id = p.department_id and c.location_id = p.location_id and c.manager_id = p.manager_id
  ),
  exceptions as materialized (
    select e.person_id, e.mandate_id, e.served, p.crew
      from network.constituency_exception e
      join mandates m on m.id = e.mandate_id
      join alone p on p.person_id = e.person_id
  ),
  concerned_alone as materialized (
    select person_id, crew from alone
     where :givenTo::bigint is null or crew in (select crew from concerned)
        or person_id in (select person_id from exceptions where mandate_id in (:takenFrom::bigint, :givenTo::bigint))
  ),
  -- With whom those two can be equals. "is true" here and below: by a table of hashes that is made once; without it the
  -- planner joins, guesses few, and goes through all of them for each exception.
  competing as materialized (
    select mandate_id from best where crew in (select crew from concerned union select crew from concerned_alone)
    union
    select mandate_id from exceptions where (person_id in (select person_id from concerned_alone)) is true
  ),
  -- Whose turn it is among equals.
  turns as materialized (
    select m.id, m.person_id, m.system_id,
           row_number() over (order by reach.people::float8 / m.share_percent, m.id)::int as turn
      from mandates m
      join (select r.mandate_id, sum(r.people) as people
              from (select b.mandate_id, c.people from best b join crews c on c.id = b.crew
                     where :givenTo::bigint is null or b.mandate_id in (select mandate_id from competing)
                    union all
                    select e.mandate_id, 1 from exceptions e
                     where e.served
                       and not exists (select from best b where b.crew = e.crew and b.mandate_id = e.mandate_id)) r
             group by r.mandate_id) reach on reach.mandate_id = m.id
  ),
  of_crews as materialized (
    select b.crew, m.system_id, b.mandate_id, m.person_id as power_user_id, b.nearness_via,
           row_number() over (partition by m.system_id, b.crew order by b.nearness_via / 10, m.turn) - 1 as rank
      from best b join turns m on m.id = b.mandate_id
     where :givenTo::bigint is null or b.crew in (select crew from concerned)
  ),
  of_persons as (
    select own.person_id, m.system_id, own.mandate_id, m.person_id as power_user_id, own.nearness_via,
           row_number() over (partition by m.system_id, own.person_id
                              order by own.nearness_via / 10, m.turn) - 1 as rank
      from (select x.person_id, x.mandate_id, min(x.nearness_via) as nearness_via
              from (select p.person_id, b.mandate_id, b.nearness_via from concerned_alone p join best b on b.crew = p.crew
                    union all
                    select person_id, mandate_id, 0 from exceptions
                     where served and (person_id in (select person_id from concerned_alone)) is true) x
             group by x.person_id, x.mandate_id) own
      join turns m on m.id = own.mandate_id and m.person_id <> own.person_id
     where (own.person_id, own.mandate_id) not in (select person_id, mandate_id from exceptions where not served)
  )
