-- A department with all that lies below. It goes on in of-place.sql.
with
  below as materialized (
    select d.id from people.pub_department t join people.pub_department d
        on d.path = t.path or starts_with(d.path, t.path || '/')
     where t.id = :place
  ),
  subject as materialized (
    select null::bigint as id, d.id as department_id, null::text[] as at, 'department' as kind
      from people.pub_department d where d.id = :place
  ),
  counted as materialized (
    select k.system_id, k.mandate_id, k.second_id, k.kind, k.people
      from below b join network.cover_count k on k.department_id = b.id
     where k.kind <> 'hole'
  ),
