-- For whom a piece is, and the places that its code may lead to. Goes on from mine.sql. Depths: 1 a site, 2 a building, 3 a floor, 4 a zone.
, asked as (
    select :location::bigint as location_id
  ),
  who as materialized (
    select p.id, p.name, p.location_id, coalesce(pr.name_printed, false) as name_printed,
           coalesce(pr.photo_printed, false) as photo_printed, ph.person_id is not null as has_photo,
           (select json_agg(s.name order by s.name) from network.mandate m join network.system s on s.id = m.system_id
             where m.person_id = p.id and m.state <> 'ended') as systems
      from people.pub_person p
      left join network.profile pr on pr.person_id = p.id
      left join network.photo ph on ph.person_id = p.id
     where p.id = :person::bigint and p.active and (:all or p.id = :me)
       and exists (select from network.mandate m where m.person_id = p.id and m.state <> 'ended')
  ),
  department as materialized (
    select d.id, d.path from people.pub_department d where :all and d.id = :department::bigint
  ),
  sits as materialized (
    select p.location_id as id, count(*) as people
      from department t
      join people.pub_department d on d.path = t.path or starts_with(d.path, t.path || '/')
      join people.pub_person p on p.department_id = d.id and p.active and p.location_id is not null
     group by p.location_id
    union all
    select w.location_id, 1 from who w where w.location_id is not null
    union all
    select a.location_id, 1 from asked a where :person::bigint is null and :department::bigint is null and a.location_id is not null
  ),
  around as (
    select s.id, s.people, s.id as seat from sits s
    union all
    select l.parent_id, a.people, a.seat from around a join people.pub_location l on l.id = a.id where l.depth > 2
  ),
  offered as materialized (
    select l.id, l.path, l.depth, c.code, sum(a.people) as people, bool_or(l.id = a.seat) as seat
      from around a
      join people.pub_location l on l.id = a.id
      join network.place_code c on c.location_id = l.id and c.withdrawn_at is null
     where :all or l.id in (select m.id from mine m)
     group by l.id, l.path, l.depth, c.code
  ),
  chosen as (
    select o.* from offered o
     where (select a.location_id from asked a) is null or o.id = (select a.location_id from asked a)
     order by case when exists (select from who) then not o.seat else o.depth <> 3 end, o.people desc, o.path
     limit 1
  )
select to_json(it) from (
  select (select to_json(w) from who w) as who,
         (select d.path from department d) as department,
         coalesce((select json_agg(json_build_object('id', f.id, 'path', f.path, 'code', f.code) order by f.path) from (
           select o.* from offered o order by o.people desc, o.path limit 12) f), '[]') as places,
         (select json_build_object('id', c.id, 'path', c.path, 'code', c.code) from chosen c) as place,
         (select count(*)::int from chosen c join people.pub_location l on starts_with(l.path, c.path || '/')) as inside) it
 where exists (select from chosen)
   and (:person::bigint is null or exists (select from who))
   and (:department::bigint is null or exists (select from department))
