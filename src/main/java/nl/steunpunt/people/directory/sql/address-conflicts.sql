-- A row that wants the address of someone who stays as they are.
with found as (
  insert into people.import_bad_row (run_id, line, column_name, reason, value)
  select :run, l.line, 'email', 'double_address', l.email
    from people.import_line l
    join people.import_line kept on kept.line < 0 and kept.email = l.email and kept.person_id <> l.person_id
   where l.line > 0 and l.active and not l.bad
  returning line
)
update people.import_line set bad = true where line in (select line from found)
