with found as (
  insert into people.import_bad_row (run_id, line, column_name, reason, value)
  select :run, l.line, 'manager_number', case when r.ref is null then 'unknown_manager' else 'manager_left' end, l.manager
    from people.import_line l
    left join people.import_reference r on r.ref = l.manager
   where l.line > 0 and l.active and not l.bad and l.manager is not null
     and r.active is not true
  returning line
)
update people.import_line set bad = true where line in (select line from found)
