-- Places with a plan, floors where power users work, and what was found for the words typed.
with
  seat as materialized (
    select p.id as person_id, p.location_id, p.location_path
      from (select distinct m.person_id from network.mandate m where m.state in ('provisional', 'active')) u
      join people.pub_person p on p.id = u.person_id and p.active and p.location_id is not null
  ),
  wanted as materialized (
    select f.location_id as id from network.floor_plan f where f.gone_in is null
    union
    select l.id from people.pub_location l
     where l.path in (select regexp_substr(s.location_path, '^([^/]+/){0,2}[^/]+') from seat s)
  ),
  found as materialized (
    select f.id, f.place from people.pub_found(:typed, 8) f where f.kind = 'location' and :typed <> '' and not f.near
  ),
  place as (
    select l.id, l.path,
           (select to_json(f) from (select f.version, f.width, f.height from network.floor_plan f
                                     where f.location_id = l.id and f.gone_in is null) f) as plan,
           (select count(*)::int from seat s where s.location_path = l.path or starts_with(s.location_path, l.path || '/')) as desks,
           (select count(*)::int from seat s
              join network.desk_pin d on d.person_id = s.person_id and d.location_id = l.id and d.seat_id = s.location_id and d.gone_in is null) as pinned
      from people.pub_location l
     where l.id in (select id from found)
        or l.id in (select w.id from wanted w join people.pub_location wl on wl.id = w.id
                     order by not exists (select from network.floor_plan f where f.location_id = w.id and f.gone_in is null), wl.path limit 200)
  )
select to_json(it) from (
  select coalesce((select json_agg(p order by p.plan is null, p.path) from place p where p.id in (select id from wanted)), '[]') as places,
         coalesce((select json_agg(p order by f.place) from found f join place p on p.id = f.id), '[]') as found,
         (select count(*)::int from wanted) as total) it
