-- Power users with what a colleague may know of them; each condition is left out when its parameter is null.
select to_json(it)
  from (
    select p.id, p.name, p.function, p.department_path as department, p.location_path as location,
           s.key as system, m.state as mandate,
           coalesce((select json_agg(t.key order by t.key)
                       from network.topic_knowledge k
                       join network.topic t on t.id = k.topic_id
                      where k.mandate_id = m.id), '[]') as knows,
           coalesce(pr.seen_at > :seen, false) as there,
           (select max(a.until_at) from network.absence a
             where a.person_id = p.id and a.from_at <= :now and a.until_at > :now) as away_until,
           helps.rank
      from network.mandate m
      join network.system s on s.id = m.system_id and s.active
      join people.pub_person p on p.id = m.person_id and p.active
      left join network.presence pr on pr.person_id = p.id
      left join network.constituency helps on helps.mandate_id = m.id and helps.person_id = :person::bigint
     where m.state in ('provisional', 'active')
       and (:person::bigint is null or helps.rank is not null)
       and (:system::bigint is null or m.system_id = :system)
       and (:department::text is null or exists (
             select from network.constituency c
               join people.pub_person served on served.id = c.person_id
              where c.power_user_id = m.person_id and c.system_id = m.system_id and c.rank = 0
                and (served.department_path = :department or starts_with(served.department_path, :department || '/'))))
       and (:location::text is null or exists (
             select from network.constituency c
               join people.pub_person served on served.id = c.person_id
              where c.power_user_id = m.person_id and c.system_id = m.system_id and c.rank = 0
                and (served.location_path = :location or starts_with(served.location_path, :location || '/'))))
     order by s.key, helps.rank, p.name, p.id
     limit :rows) it
