-- All rows that share a number or an address are bad: nobody can tell which one is meant. Someone who left
-- may share the address of who got it after them, if numbers keep the two apart.
with found as (
  insert into people.import_bad_row (run_id, line, column_name, reason, value)
  select :run, line, 'employee_number', 'double_number', employee_number
    from people.import_line
   where employee_number in (select employee_number from people.import_line group by employee_number having count(*) > 1)
  union all
  select :run, line, 'email', 'double_address', email
    from people.import_line
   where email in (select email from people.import_line group by email
                   having count(*) filter (where active) > 1
                       or count(*) > 1 and bool_or(employee_number is null))
  returning line
)
update people.import_line set bad = true where line in (select line from found)
