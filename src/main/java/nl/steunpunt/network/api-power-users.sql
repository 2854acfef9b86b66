-- Power users with what a colleague may know of them; each condition is left out when its parameter is null.
with seen as (
    select s.key, coalesce(h.rank, 0) as rank, p.name, m.id
      from network.mandate m
      join network.system s on s.id = m.system_id
      join people.pub_person p on p.id = m.person_id
      left join network.constituency h on h.mandate_id = m.id and h.person_id = :person::bigint
     -- of one that was never on a page the place in the order would be told: who is asked is nobody's business yet
     where m.id = :after::bigint and (m.state in ('provisional', 'active') or m.started_at is not null)
  )
select to_json(it)
  from (
    select m.id as mandate_id, p.id, p.name, p.function, p.department_path as department, p.location_path as location, p.location_id,
           s.key as system, m.state as mandate,
           coalesce((select json_agg(t.key order by t.key)
                       from network.topic_knowledge k
                       join network.topic t on t.id = k.topic_id
                      where k.mandate_id = m.id), '[]') as knows,
           coalesce(pr.seen_at > :seen, false) as there,
           (select max(a.until_at) from network.absence a
             where a.person_id = p.id and a.from_at <= :now and a.until_at > :now) as away_until,
           helps.rank,
           exists (select from network.full_until f where f.person_id = p.id and f.until_at > :now)
             or exists (select from network.quiet_hours h
                         where h.person_id = p.id and h.weekday = :weekday
                           and h.from_time <= :time::time and h.until_time > :time::time) as busy,
           case when said.kind is not null then json_build_object('kind', said.kind, 'until', said.until_at, 'by_calendar', said.by_calendar) end as stated,
           coalesce(nullif(own.languages, '{}'), array[p.language]) as languages,
           coalesce((select json_agg(h order by h.weekday, h."from") from (
             select d.weekday, d.from_time as "from", d.until_time as until
               from network.desk_hours d where d.person_id = p.id) h), '[]') as desk_hours,
           coalesce((select json_agg(x order by x."from") from (
             select x.from_at as "from", x.until_at as until from network.absence x
              where x.person_id = p.id and x.until_at > :now and x.from_at < :horizon) x), '[]') as absences
      from network.mandate m
      join network.system s on s.id = m.system_id and s.active
      join people.pub_person p on p.id = m.person_id and p.active
      left join network.presence pr on pr.person_id = p.id
      left join network.pub_said_of(p.id, :now) said on true
      left join network.profile own on own.person_id = p.id
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
       and (:after::bigint is null
            or (s.key, coalesce(helps.rank, 0), p.name, m.id) > (select n.key, n.rank, n.name, n.id from seen n))
     order by s.key, coalesce(helps.rank, 0), p.name, m.id
     limit :rows) it
