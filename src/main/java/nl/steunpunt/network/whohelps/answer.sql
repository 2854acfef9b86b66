  reachable as materialized (
    select w.system_id from own w
      join network.mandate m on m.id = w.mandate_id and m.state in ('provisional', 'active')
     where w.relation <> 'self' and not exists (select from absent x where x.person_id = m.person_id)
  ),
  -- By nearness as routing has it, those at work first: who knows the topic; else, where none of one's own is at work,
  -- anybody. A system that was asked for shows a few more.
  further as materialized (
    select o.* from systems s
     cross join subject a
     cross join lateral (
       select b.mandate_id, b.system_id,
              case when k.mandate_id is not null then 'knows_topic' else 'near' end as relation,
              near.by as nearness, row_number() over (order by k.mandate_id is null, b.away, near.by, not coalesce(seen.seen_at > :seen, false), p.id)::int as turn
         from able b
         join people.pub_person p on p.id = b.person_id and p.active
         left join network.topic_knowledge k on k.mandate_id = b.mandate_id and k.topic_id = :topic::bigint
         left join network.presence seen on seen.person_id = b.person_id
        cross join lateral (select string_to_array(p.location_path, '/') as at) l
        cross join lateral (select case when p.department_id = a.department_id then 0
                                        when a.at is null or l.at[1] <> a.at[1] then 4
                                        when l.at[2] = a.at[2] and l.at[3] = a.at[3] then 1
                                        when l.at[2] = a.at[2] then 2
                                        when l.at[1] = a.at[1] then 3
                                        else 4 end as by) near
        where b.system_id = s.id
          and b.person_id is distinct from a.id
          and b.mandate_id not in (select w.mandate_id from own w)
          and (k.mandate_id is not null or a.kind = 'system' or s.id not in (select system_id from reachable))
        order by turn
        limit case when a.kind in ('system', 'topic') then 4 else 2 end) o
     where a.kind in ('system', 'topic') or s.id not in (select system_id from reachable)
  ),
  shown as (
    select mandate_id, system_id, relation, sort, instead_of, null::int as nearness from own
    union all
    select mandate_id, system_id, relation, 100 + turn, null, nearness from further
  ),
  card as (
    select w.system_id, w.mandate_id, w.relation, w.sort, w.nearness, split_part(first_name.name, ' ', 1) as instead_of,
           p.id, p.name, p.function, p.department, p.location_path as place, ph.version as photo, m.state = 'provisional' as provisional,
           p.email, case when pr.phone_shown then p.phone end as phone,
           coalesce(pr.shown_to_strangers, false) as shown_to_strangers,
           coalesce(nullif(pr.languages, '{}'), array[p.language]) as languages,
           coalesce(seen.seen_at > :seen, false) as there,
           exists (select from network.full_until f where f.person_id = p.id and f.until_at > :now)
             or exists (select from network.quiet_hours h
                         where h.person_id = p.id and h.weekday = :weekday
                           and h.from_time <= :time::time and h.until_time > :time::time) as busy,
           case when said.kind is not null then json_build_object('kind', said.kind, 'until', said.until_at, 'by_calendar', said.by_calendar) end as stated,
           coalesce((select json_agg(h order by h.weekday, h."from") from (
             select d.weekday, d.from_time as "from", d.until_time as until
               from network.desk_hours d where d.person_id = p.id) h), '[]') as desk_hours,
           coalesce((select json_agg(x order by x."from") from (
             select x.from_at as "from", x.until_at as until from network.absence x
              where x.person_id = p.id and x.until_at > :now and x.from_at < :horizon) x), '[]') as absences,
           coalesce((select json_agg(t order by t.name_nl) from (
             select t.name_nl, t.name_en from network.topic_knowledge k join network.topic t on t.id = k.topic_id and t.active
              where k.mandate_id = m.id) t), '[]') as knows,
           exists (select from network.topic_knowledge k where k.mandate_id = m.id and k.topic_id = :topic::bigint) as knows_topic,
           -- Only while they work where they were pinned, and that is on this floor.
           (select to_json(spot) from (
             select d.location_id as location, l.path as floor, c.code, f.version, f.width, f.height, d.x, d.y
               from network.desk_pin d
               join network.floor_plan f on f.location_id = d.location_id and f.gone_in is null
               join people.pub_location l on l.id = d.location_id and (p.location_path = l.path or starts_with(p.location_path, l.path || '/'))
               left join network.place_code c on c.location_id = d.location_id and c.withdrawn_at is null
              where d.person_id = p.id and d.gone_in is null and d.seat_id = p.location_id and coalesce(pr.on_plan, true)) spot) as plan
      from shown w
      join network.mandate m on m.id = w.mandate_id
      join people.pub_person p on p.id = m.person_id and p.active
      left join network.profile pr on pr.person_id = p.id
      left join network.photo ph on ph.person_id = p.id
      left join network.presence seen on seen.person_id = p.id
      left join network.pub_said_of(p.id, :now) said on true
      left join network.mandate first_mandate on first_mandate.id = w.instead_of
      left join people.pub_person first_name on first_name.id = first_mandate.person_id
  )
select to_json(screen) from (
  select a.kind,
         case a.kind when 'person' then (select p.name from people.pub_person p where p.id = a.id)
                     when 'system' then (select s.name from systems s)
                     when 'department' then (select d.name from people.pub_department d where d.id = a.department_id)
                     when 'location' then a.at[cardinality(a.at)] end as name,
         (select to_json(t) from (select t.id, t.name_nl, t.name_en from network.topic t where t.id = :topic::bigint) t) as topic,
         (select p.id from people.pub_person p where p.id = a.id) as person,
         coalesce((select json_agg(u order by u.depth) from (
           select d.id, d.name, d.depth from people.pub_department t join people.pub_department d on starts_with(t.path || '/', d.path || '/')
            where a.kind = 'department' and t.id = :place::bigint
           union all
           select l.id, l.name, l.depth from people.pub_location t join people.pub_location l on starts_with(t.path || '/', l.path || '/')
            where a.kind = 'location' and t.id = :place::bigint) u), '[]') as path,
         (select c.code from network.place_code c where a.kind = 'location' and c.location_id = :place::bigint and c.withdrawn_at is null) as code,
         coalesce((select json_agg(u order by u.name) from (
           select d.id, d.name from people.pub_department d where a.kind = 'department' and d.parent_id = :place::bigint
           union all
           select l.id, l.name from people.pub_location l where a.kind = 'location' and l.parent_id = :place::bigint) u), '[]') as inside,
         coalesce((select json_agg(s order by s.unhelped, s.name) from (
           select s.id, s.key, s.name, s.unhelped,
                  coalesce((select json_agg(c order by c.sort, c.name, c.id) from card c where c.system_id = s.id), '[]') as cards
             from systems s) s), '[]') as systems
    from subject a) screen
