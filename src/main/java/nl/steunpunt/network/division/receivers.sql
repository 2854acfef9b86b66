-- To whom a department, a place or a manager's people can be given: who works nearest to them first, then by name.
with place as (
  select 'department' as kind, d.path from people.pub_department d where :kind = 'department' and d.id = :ref
  union all
  select 'location', l.path from people.pub_location l where :kind = 'location' and l.id = :ref
  union all
  select 'department', p.department_path from people.pub_person p where :kind = 'manager' and p.id = :ref
)
select to_json(screen) from (
  select s.id as system, :kind as kind, :ref::bigint as ref,
         case :kind when 'manager' then (select p.name from people.pub_person p where p.id = :ref) else place.path end as place,
         (select p.name from network.mandate m join people.pub_person p on p.id = m.person_id
           where m.id = :takenFrom::bigint and m.system_id = s.id) as has_it,
         (select coalesce(json_agg(u), '[]') from (
           select m.id as mandate, p.name, p.department_path as department, p.location_path as location,
                  m.share_percent as share,
                  (select count(*) from network.constituency c
                    where c.power_user_id = m.person_id and c.system_id = m.system_id and c.rank = 0) as reach
             from network.mandate m
             join people.pub_person p on p.id = m.person_id and p.active
            where m.system_id = s.id and m.state in ('provisional', 'active')
              and not exists (select from network.constituency_rule r
                               where r.mandate_id = m.id and r.kind = :kind and r.ref_id = :ref)
              and p.name ilike :like
            -- How many steps down the tree they have in common.
            order by (select count(*)
                        from generate_series(1, length(place.path) - length(replace(place.path, '/', '')) + 1) step
                       where array_to_string((string_to_array(place.path, '/'))[1 : step], '/')
                           = array_to_string((string_to_array(
                               case place.kind when 'department' then p.department_path else coalesce(p.location_path, '') end, '/'))[1 : step], '/')) desc,
                     p.name, m.id
            limit :rows) u) as choices
    from network.system s cross join place
   where s.id = :system and s.active) screen
