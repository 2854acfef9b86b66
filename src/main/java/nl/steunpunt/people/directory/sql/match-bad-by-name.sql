-- A row whose number and address cannot be read may still say who it is about, so that they do not leave.
update people.import_line l
   set person_id = p.id
  from people.person p
 where l.bad and l.person_id is null
   and p.active and p.name = l.name
   and not exists (select from people.person other where other.name = p.name and other.active and other.id <> p.id)
   and not exists (select from people.import_line other where other.person_id = p.id)
