with found as (
  insert into people.import_bad_row (run_id, line, column_name, reason, value)
  select :run, line, 'active', 'yourself', 'false'
    from people.import_line
   where person_id = :by and not active and not bad
  returning line
)
update people.import_line set bad = true where line in (select line from found)
