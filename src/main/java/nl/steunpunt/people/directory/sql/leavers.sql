-- Who works here and is not in the file, or is in it as no longer active. Whose address stands in a bad row stays as they
-- are: who would have got it does not come.
insert into people.import_change (run_id, person_id, kind, line, before, after)
select :run, p.id, 'leave', l.line, people.entry_of(p),
       row(p.employee_number, p.email, p.name, p.function, p.department_id, p.location_id, p.manager_id,
           p.language, p.phone, p.contract_hours, false, null, p.last_day)::people.directory_entry
  from people.person p
  left join people.import_line l on l.person_id = p.id
 where p.active
   and (l.line is null or l.line > 0 and not l.active and not l.bad)
   and not exists (select from people.import_line stays
                    where stays.person_id = p.id and (stays.active or stays.bad))
   and not exists (select from people.import_line skipped where skipped.bad and skipped.email = p.email)
