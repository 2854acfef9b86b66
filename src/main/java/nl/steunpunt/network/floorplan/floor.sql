-- A place with its plan, the power users who work there, and the last change that can be undone.
with
  place as materialized (
    select l.id, l.path from people.pub_location l where l.id = :location
  ),
  here as (
    select p.id, p.name, p.function, p.location_path as place, ph.version as photo, coalesce(r.on_plan, true) as agrees,
           d.seat_id is not null and d.seat_id <> p.location_id as moved,
           case when d.seat_id = p.location_id then d.x end as x,
           case when d.seat_id = p.location_id then d.y end as y
      from (select distinct m.person_id from network.mandate m where m.state in ('provisional', 'active')) u
      join people.pub_person p on p.id = u.person_id and p.active
      join place l on p.location_path = l.path or starts_with(p.location_path, l.path || '/')
      left join network.profile r on r.person_id = p.id
      left join network.photo ph on ph.person_id = p.id
      left join network.desk_pin d on d.person_id = p.id and d.location_id = l.id and d.gone_in is null
  )
select to_json(it) from (
  select l.id, l.path,
         (select to_json(f) from (select f.version, f.width, f.height from network.floor_plan f
                                   where f.location_id = l.id and f.gone_in is null) f) as plan,
         -- A site may have hundreds: those on the plan first, and the page says that there are more.
         coalesce((select json_agg(h order by h.name, h.id) from (
           select * from here order by x is null, name, id limit :most) h), '[]') as desks,
         (select count(*)::int from here) as all_desks,
         (select to_json(c) from (
            select c.id, c.kind, p.name, c.at from network.floor_change c
              left join people.pub_person p on p.id = c.person_id
             where c.location_id = l.id and c.at > :recently
             order by c.id desc limit 1) c) as change
    from place l) it
