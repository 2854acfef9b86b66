with chosen as (
  select s.id from network.system s
   where s.active and (:system::bigint is null or s.id = :system)
   order by s.name, s.id limit 1
),
-- A power user with nobody beside them is no hole: they ask each other.
unserved as materialized (
  select p.department_id, p.department_path, p.location_id, p.location_path, count(*)::int as people
    from people.pub_person p cross join chosen
   where p.active
     and not exists (select from network.constituency c
                      where c.person_id = p.id and c.system_id = chosen.id and c.rank = 0)
     and not exists (select from network.mandate m
                      where m.person_id = p.id and m.system_id = chosen.id and m.state in ('provisional', 'active'))
   group by p.department_id, p.department_path, p.location_id, p.location_path
),
-- An exception that the lead made decides, so two of those are none.
conflict as materialized (
  select p.department_path as department, p.location_path as location,
         one.mandate_id as first_mandate, one_person.name as first,
         two.mandate_id as second_mandate, two_person.name as second, count(*)::int as people
    from chosen
    join network.constituency one on one.system_id = chosen.id and one.rank = 0 and one.nearness > 0
    join network.constituency two
      on two.person_id = one.person_id and two.system_id = one.system_id
     and two.rank = 1 and two.nearness = one.nearness
    join people.pub_person p on p.id = one.person_id
    join people.pub_person one_person on one_person.id = one.power_user_id
    join people.pub_person two_person on two_person.id = two.power_user_id
   group by 1, 2, 3, 4, 5, 6
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]')
            from network.system s where s.active) as systems,
         (select id from chosen) as system,
         (select count(*) from people.pub_person p where p.active) as everyone,
         (select coalesce(sum(people), 0) from unserved) as unserved,
         (select coalesce(json_agg(h), '[]') from (
           select department_id, department_path as department, location_id, location_path as location, people
             from unserved order by people desc, department_path, location_path
            limit :rows offset :holesFrom) h) as holes,
         (select coalesce(sum(people), 0) from conflict) as conflicted,
         (select coalesce(json_agg(c), '[]') from (
           select * from conflict order by people desc, department, location, first, second
            limit :rows offset :conflictsFrom) c) as conflicts) screen
