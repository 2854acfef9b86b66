-- What was found for the words typed, and places to begin with: of a power user their own, else the buildings. Goes on from mine.sql.
, begin_with as (
    select l.id, l.path from people.pub_location l
     where case when :all then l.depth = 2 else l.id in (select m.id from mine m) end
       and exists (select from network.place_code c where c.location_id = l.id and c.withdrawn_at is null)
     order by l.path limit 40
  )
select to_json(it) from (
  select coalesce((select json_agg(f order by f.near, f.place) from (
           select f.kind, f.id, f.name, f.about, f.near, f.place from people.pub_found(:typed, 8) f
            where :all and :typed <> ''
              and (f.kind <> 'person' or exists (select from network.mandate m where m.person_id = f.id and m.state <> 'ended'))) f), '[]') as found,
         coalesce((select json_agg(b order by b.path) from begin_with b), '[]') as places,
         coalesce((select json_agg(m order by m.id desc) from (
           select b.id, b.building, b.format, b.at from network.poster_bundle b where b.by_id = :me order by b.id desc limit 10) m), '[]') as made) it
