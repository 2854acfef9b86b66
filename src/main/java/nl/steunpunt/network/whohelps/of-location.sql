-- A site, building, floor or zone with all that lies below. It goes on in of-place.sql.
with
  below as materialized (
    select l.id from people.pub_location t join people.pub_location l
        on l.path = t.path or starts_with(l.path, t.path || '/')
     where t.id = :place
  ),
  subject as materialized (
    select null::bigint as id, null::bigint as department_id, string_to_array(l.path, '/') as at, 'location' as kind
      from people.pub_location l where l.id = :place
  ),
  counted as materialized (
    select k.system_id, k.mandate_id, k.second_id, k.kind, k.people
      from below b join network.cover_count k on k.location_id = b.id
     where k.kind <> 'hole'
  ),
