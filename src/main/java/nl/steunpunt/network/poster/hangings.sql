, hung as materialized (
    select h.id, h.location_id, h.format, h.spot, h.hung_on, h.code, l.path, f.version as photo,
           case when l.id is null or c.withdrawn_at is not null then 'code'
                when not exists (select from people.pub_location b join people.pub_person p on p.location_id = b.id and p.active
                                  where b.path = l.path or starts_with(b.path, l.path || '/')) then 'moved'
                when h.look <> :look then 'look' end as reason
      from network.hanging h
      join network.place_code c on c.code = h.code
      left join people.pub_location l on l.id = h.location_id
      left join network.hanging_photo f on f.hanging_id = h.id
     where h.gone_on is null and (:all or h.location_id in (select m.id from mine m))
  )
select to_json(it) from (
  select coalesce((select json_agg(x order by x.reason is null, x.path, x.id) from (
           select * from hung h order by h.reason is null, h.path, h.id limit 300) x), '[]') as hangings,
         (select count(*)::int from hung) as total,
         (select count(*)::int from hung h where h.reason is not null) as to_replace) it
