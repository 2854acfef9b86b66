select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.unhelped, s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select coalesce(json_agg(c), '[]') from (
           select p.id, p.name, p.department_path as department, p.location_path as location,
                  (select m.id from network.mandate m
                    where m.person_id = p.id and m.system_id = :system and m.stage <> 'ended') as mandate
             from people.pub_person p
            where :seeks and p.active and p.name ilike :like
            order by p.name, p.id limit 12) c) as found) screen
