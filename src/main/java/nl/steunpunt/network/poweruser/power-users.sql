with chosen as (
  select s.id from network.pub_system s
   where s.active and (:system::bigint is null or s.id = :system)
   order by s.unhelped, s.name, s.id limit 1
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.unhelped, s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select id from chosen) as system,
         (select coalesce(json_agg(r), '[]') from (
           select m.id as mandate, p.name, p.department_path as department, p.location_path as location,
                  p.active as works, m.state, m.share_percent as share,
                  (select count(*) from network.constituency c
                    where c.power_user_id = m.person_id and c.system_id = m.system_id and c.rank = 0) as reach,
                  (select coalesce(json_agg(json_build_object('nl', t.name_nl, 'en', t.name_en) order by t.name_nl), '[]')
                     from network.topic_knowledge k join network.topic t on t.id = k.topic_id and t.active
                    where k.mandate_id = m.id) as knows,
                  (select max(a.until_at) from network.absence a
                    where a.person_id = m.person_id and a.from_at <= :now and a.until_at > :now) as away_until,
                  (select f.until_at from network.full_until f
                    where f.person_id = m.person_id and f.until_at > :now) as full_until
             from network.mandate m
             join people.pub_person p on p.id = m.person_id
            where m.system_id = (select id from chosen) and m.state in ('provisional', 'active') and p.name ilike :like
            order by p.name, m.id limit :rows offset :from) r) as rows) screen
