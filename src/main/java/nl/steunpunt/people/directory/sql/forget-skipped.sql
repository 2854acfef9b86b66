-- A skipped newcomer gets no row, so nobody may report to them; nor to who has left.
update people.import_line l
   set person_id = null, joins = false
 where l.bad and l.person_id is not null
   and not exists (select from people.person p where p.id = l.person_id and p.active)
