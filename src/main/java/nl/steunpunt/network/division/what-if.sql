-- Goes on where ranking.sql ends: how many people each power user would be first for, beside how many it is now, for
-- those for whom that differs and the two that it is about.
,
-- Whom a crew's power users serve: all of it but those who are ranked alone.
shared as materialized (
  select c.id as crew, c.people - count(a.person_id) as people
    from crews c left join alone a on a.crew = c.id
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
-- For how many each is the first now. Whom that leaves without anybody, and without a deputy, is counted already.
before as materialized (
  -- By the key of who serves: the index alone answers that, and of the table it would be each row of 400,000.
  select m.id as mandate_id, c.people
    from (select power_user_id, count(*) as people
            from network.constituency
           where system_id = :system and rank = 0
           group by power_user_id) c
    join mandates m on m.person_id = c.power_user_id
),
counted as materialized (
  select coalesce(sum(people) filter (where kind = 'hole'), 0) as unserved, coalesce(sum(people) filter (where kind = 'alone'), 0) as alone
    from network.cover_count
   where system_id = :system
),
loads as materialized (
  select mandate_id, coalesce(sum(was), 0)::int as was, coalesce(sum(becomes), 0)::int as becomes
    from (select mandate_id, people as was, 0 as becomes from before
          union all
          select mandate_id, 0, people from after where rank = 0
          union all
          select id, 0, 0 from mandates where id in (:takenFrom::bigint, :givenTo::bigint)) x
   group by mandate_id
),
changed as materialized (
  select * from loads where was <> becomes or mandate_id in (:takenFrom::bigint, :givenTo::bigint)
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
         (select people from asking) - (select coalesce(sum(asking), 0) from after where rank = 0) as unserved_after,
         (select alone from counted) as alone_before,
         (select coalesce(sum(asking) filter (where rank = 0), 0) - coalesce(sum(asking) filter (where rank = 1), 0) from after) as alone_after,
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
