with recursive inside as (
  select d.id from people.pub_department d where :kind = 'department' and d.id = :place::bigint
  union all
  select d.id from inside i join people.pub_department d on d.parent_id = i.id where :kind = 'department'
),
around as (
  select l.id from people.pub_location l where :kind = 'location' and l.id = :place::bigint
  union all
  select l.id from around a join people.pub_location l on l.parent_id = a.id where :kind = 'location'
),
-- By the index of each: an organisation has 100,000 people.
candidate as (
  select p.*, found.place from people.pub_found(:typed, 12) found
    join people.pub_person p on found.kind = 'person' and p.id = found.id
   where :seeks
  union all
  select p.*, 0 from inside i join people.pub_person p on p.department_id = i.id and p.active where not :seeks
  union all
  select p.*, 0 from around a join people.pub_person p on p.location_id = a.id and p.active where not :seeks
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.unhelped, s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         case :kind when 'department' then (select d.path from people.pub_department d where d.id = :place::bigint)
                    when 'location' then (select l.path from people.pub_location l where l.id = :place::bigint) end as place,
         (select coalesce(json_agg(c), '[]') from (
           select p.id, p.name, p.department_path as department, p.location_path as location,
                  (select m.id from network.mandate m
                    where m.person_id = p.id and m.system_id = :system and m.stage <> 'ended') as mandate
             from candidate p
             left join network.volunteer v on not :seeks and v.person_id = p.id and v.system_id = :system
            order by v.person_id is null, p.place, p.name, p.id limit 12) c) as found) screen
