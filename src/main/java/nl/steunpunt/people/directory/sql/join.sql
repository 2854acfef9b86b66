insert into people.person (id, employee_number, email, name, function, department_id, location_id, manager_id,
                           language, phone, contract_hours, last_day, active, created_at)
overriding system value
select person_id, (after).employee_number, (after).email, (after).name, (after).function, (after).department_id,
       (after).location_id, (after).manager_id, (after).language, (after).phone, (after).contract_hours,
       (after).last_day, true, :at
  from people.import_change
 where run_id = :run and kind = 'join'
