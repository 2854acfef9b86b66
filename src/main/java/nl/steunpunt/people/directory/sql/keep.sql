-- People who stay as they are: those of bad rows, and whoever imports.
insert into people.import_line (line, employee_number, email, active, bad, person_id)
select -row_number() over () - (select count(*) from people.import_line where line < 0),
       p.employee_number, p.email, true, false, p.id
  from people.person p
 where p.active
   and (p.id = :by or exists (select from people.import_line l where l.person_id = p.id and l.bad))
   and not exists (select from people.import_line l where l.person_id = p.id and not l.bad)
