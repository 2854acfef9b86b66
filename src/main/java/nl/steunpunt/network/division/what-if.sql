-- Goes on where ranking.sql ends: how many people each power user would be first for, beside how many it is now, for
-- those for whom that differs and the two that it is about. Counted among those who are concerned; for all others
-- everything stays as it is.
,
-- Whom a crew's power users serve: all of it but those who are ranked alone.
shared as materialized (
  select c.id as crew, c.people - count(a.person_id) as people
    from crews c left join alone a on a.crew = c.id
   where c.id in (select crew from concerned)
   group by c.id, c.people
),
power_users as materialized (
  select distinct person_id from mandates
),
-- Power users ask each other: whether somebody serves them too closes no hole.
after as materialized (
  select c.rank, c.mandate_id, s.people, s.people as asking
    from of_crews c join shared s on s.crew = c.crew
   where c.rank <= 1
  union all
  select p.rank, p.mandate_id, 1, case when u.person_id is null then 1 else 0 end
    from of_persons p left join power_users u on u.person_id = p.person_id
   where p.rank <= 1
),
-- One of each crew's shared: who is served alike was so before too, so that one is looked up for all of them. By
-- department, one by one: how many crews are concerned is guessed so high that all people would be read instead.
one_of as materialized (
  select c.id as crew, p.id as person_id
    from (select distinct department_id from crews where id in (select crew from concerned)) d
    cross join lateral (select min(p.id) as id, p.location_id, p.manager_id from people p
                         where p.department_id = d.department_id and p.id not in (select person_id from alone)
                         group by p.location_id, p.manager_id) p
    join crews c on c.department_id = d.department_id and c.location_id = p.location_id and c.manager_id = p.manager_id
   where c.id in (select crew from concerned)
),
before as materialized (
  select c.rank, c.mandate_id, sum(served.people) as people, sum(served.asking) as asking
    from (select o.person_id, s.people, s.people as asking
            from shared s join one_of o on o.crew = s.crew
          union all
          select a.person_id, 1, case when u.person_id is null then 1 else 0 end
            from concerned_alone a left join power_users u on u.person_id = a.person_id) served
    join network.constituency c on c.person_id = served.person_id and c.system_id = :system and c.rank <= 1
   group by c.rank, c.mandate_id
),
counted as materialized (
  select coalesce(sum(people) filter (where kind = 'hole'), 0) as unserved, coalesce(sum(people) filter (where kind = 'alone'), 0) as alone
    from network.cover_count
   where system_id = :system
),
moved as materialized (
  select mandate_id, sum(by)::int as by
    from (select mandate_id, -people as by from before where rank = 0
          union all
          select mandate_id, people from after where rank = 0
          union all
          select id, 0 from mandates where id in (:takenFrom::bigint, :givenTo::bigint)) x
   group by mandate_id
),
changed as materialized (
  select v.mandate_id, now.people as was, now.people + v.by as becomes
    from moved v
    join mandates m on m.id = v.mandate_id
    -- By the key of who serves: the index alone answers that.
    cross join lateral (select count(*)::int as people from network.constituency c
                         where c.power_user_id = m.person_id and c.system_id = :system and c.rank = 0) now
   where v.by <> 0 or v.mandate_id in (:takenFrom::bigint, :givenTo::bigint)
),
-- How many more than now would have somebody, and a deputy.
gained as (
  select coalesce(sum(asking) filter (where rank = 0), 0)::int as first, coalesce(sum(asking) filter (where rank = 1), 0)::int as second
    from (select rank, asking from after union all select rank, -asking from before) x
),
asking as (
  select (select sum(people) from crews) - (select count(*) from power_users) as people
)
select to_json(screen) from (
  select s.id as system, s.name as system_name, :kind as kind, :ref::bigint as ref,
         case :kind
           when 'department' then (select d.path from people.pub_department d where d.id = :ref::bigint)
           when 'location' then (select l.path from people.pub_location l where l.id = :ref::bigint)
           else (select p.name from people.pub_person p where p.id = :ref::bigint)
         end as place,
         :takenFrom::bigint as "from",
         (select people from asking) as asking,
         (select unserved from counted) as unserved_before,
         (select c.unserved - g.first from counted c, gained g) as unserved_after,
         (select alone from counted) as alone_before,
         (select c.alone + g.first - g.second from counted c, gained g) as alone_after,
         (select count(*) from changed) as changes,
         exists (select from network.constituency_rule r
                  where r.mandate_id = :givenTo::bigint and r.kind = :kind and r.ref_id = :ref::bigint) as has_it,
         coalesce((select max(c.id) from network.constituency_change c
                    where c.system_id = s.id and c.undone_at is null), 0) as last_change,
         (select coalesce(json_agg(l), '[]') from (
           select c.mandate_id as mandate, p.name, p.department_path as department, p.location_path as location,
                  m.share_percent as share, p.contract_hours, c.was, c.becomes
             from changed c
             join network.mandate m on m.id = c.mandate_id
             join people.pub_person p on p.id = m.person_id
            order by c.mandate_id is distinct from :givenTo::bigint, c.mandate_id is distinct from :takenFrom::bigint, p.name, m.id
            limit :rows) l) as loads
    from network.system s
   where s.id = :system and s.active
     and exists (select from mandates where id = :givenTo::bigint)
     and (:takenFrom::bigint is null
          or exists (select from network.constituency_rule r
                      where r.mandate_id = :takenFrom::bigint and r.kind = :kind and r.ref_id = :ref::bigint))) screen
 where place is not null
