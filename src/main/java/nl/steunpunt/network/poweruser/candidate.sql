with recursive departments (id) as (
  select p.department_id from people.pub_person p where p.id = :person
  union all
  select d.id from departments above join people.pub_department d on d.parent_id = above.id
)
select to_json(screen) from (
  select p.id as person, p.name, p.department_id, p.department_path as department, p.location_path as location,
         (select m.id from network.mandate m
           where m.person_id = p.id and m.system_id = s.id and m.stage <> 'ended') as mandate,
         s.id as system, s.name as system_name,
         (select count(*) from people.pub_person c where c.active and c.id <> p.id
             and c.department_id in (select id from departments)) as colleagues,
         (select coalesce(json_agg(json_build_object('id', t.id, 'nl', t.name_nl, 'en', t.name_en) order by t.name_nl), '[]')
            from network.topic t where t.system_id = s.id and t.active) as topics
    from people.pub_person p cross join network.system s
   where p.id = :person and p.active and s.id = :system and s.active) screen
