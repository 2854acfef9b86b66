with found as (
  insert into people.import_bad_row (run_id, line, column_name, reason, value)
  select :run, line, 'manager_number', 'manager_loop', manager
    from people.import_line
   where person_id = any (:persons) and line > 0 and not bad and manager is not null
  returning line
)
update people.import_line set bad = true where line in (select line from found)
