-- Whom this power user serves first, each with the systems for which.
with people as (
  select distinct c.person_id
    from network.constituency c
   where c.power_user_id = :powerUser and c.rank = 0
     and (:after::bigint is null or c.person_id > :after)
   order by c.person_id
   limit :rows
)
select to_json(it)
  from (
    select p.id, p.name, p.function, p.department_path as department, p.location_path as location,
           (select json_agg(s.key order by s.key)
              from network.constituency c
              join network.system s on s.id = c.system_id
             where c.power_user_id = :powerUser and c.rank = 0 and c.person_id = p.id) as systems
      from people one
      join people.pub_person p on p.id = one.person_id
     order by p.id) it
