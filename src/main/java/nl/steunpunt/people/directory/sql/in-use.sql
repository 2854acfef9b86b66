-- What an import brought and somebody has used since: accounts of its joiners, people who report to them,
-- people and places in its departments and locations.
with joiner as (
  select person_id as id from people.import_change where run_id = :run and kind = 'join'
), touched as (
  select person_id as id from people.import_change where run_id = :run
), place as (
  select kind, id from people.import_place where run_id = :run
)
select (select count(*) from people.person p join joiner j using (id) where p.password_hash is not null or p.roles <> '{}')
     + (select count(*) from people.sign_in s join joiner j on j.id = s.person_id)
     + (select count(*) from people.person p join joiner j on j.id = p.manager_id
         where not exists (select from touched t where t.id = p.id))
     + (select count(*) from people.person p join place on place.kind = 'department' and place.id = p.department_id
         where not exists (select from touched t where t.id = p.id))
     + (select count(*) from people.person p join place on place.kind = 'location' and place.id = p.location_id
         where not exists (select from touched t where t.id = p.id))
     + (select count(*) from people.department d join place on place.kind = 'department' and place.id = d.parent_id
         where not exists (select from place p where p.kind = 'department' and p.id = d.id))
     + (select count(*) from people.location l join place on place.kind = 'location' and place.id = l.parent_id
         where not exists (select from place p where p.kind = 'location' and p.id = l.id))
