, hung as materialized (
    select h.id, h.location_id, h.format, h.spot, h.hung_on, h.code, l.path, f.version as photo,
           coalesce(w.name, d.name) as about, :all or h.location_id in (select m.id from mine m) as printable,
           case when l.id is null or c.withdrawn_at is not null then 'code'
                when not exists (select from people.pub_location b join people.pub_person p on p.location_id = b.id and p.active
                                  where b.path = l.path or starts_with(b.path, l.path || '/')) then 'moved'
                when h.department_id is not null and not exists (
                       select from people.pub_department b
                         join people.pub_person p on p.department_id = b.id and p.active
                         join people.pub_location s on s.id = p.location_id and (s.path = l.path or starts_with(s.path, l.path || '/'))
                        where b.path = d.path or starts_with(b.path, d.path || '/')) then 'department'
                -- Also who agrees no longer to stand on paper; the page does not say which of all this it is.
                when h.named and not exists (
                       select from people.pub_person p
                         join people.pub_location s on s.id = p.location_id and (s.path = l.path or starts_with(s.path, l.path || '/'))
                         join network.profile pr on pr.person_id = p.id and pr.name_printed
                        where p.id = h.person_id and p.active
                          and exists (select from network.mandate m where m.person_id = p.id and m.state <> 'ended')) then 'name'
                when h.look <> :look then 'look' end as reason
      from network.hanging h
      join network.place_code c on c.code = h.code
      left join people.pub_location l on l.id = h.location_id
      left join people.pub_department d on d.id = h.department_id
      left join people.pub_person w on w.id = h.person_id
      left join network.hanging_photo f on f.hanging_id = h.id
     where h.gone_on is null and (:all or h.person_id = :me or h.location_id in (select m.id from mine m))
  ),
  lies as materialized (
    select h.*, concat_ws('/', nullif(split_part(h.path, '/', 1), ''), nullif(split_part(h.path, '/', 2), '')) as building from hung h
  ),
  asked as materialized (
    select h.* from lies h where :building = '' or h.building = :building
  ),
  seen as (
    select h.reason is null as fine, coalesce(h.path, '') as path, h.id from asked h where h.id = :after::bigint
  )
select to_json(it) from (
  select coalesce((select json_agg(x order by x.reason is null, coalesce(x.path, ''), x.id) from (
           select h.* from asked h
            where not exists (select from seen)
               or (h.reason is null, coalesce(h.path, ''), h.id) > (select s.fine, s.path, s.id from seen s)
            order by h.reason is null, coalesce(h.path, ''), h.id limit :rows) x), '[]') as hangings,
         (select count(*)::int from asked) as total,
         (select count(*)::int from asked h where h.reason is not null) as to_replace,
         coalesce((select json_agg(b order by b.path) from (
           select h.building as path, count(*)::int as pieces from lies h where h.building <> ''
            group by h.building order by h.building limit 500) b), '[]') as buildings) it
