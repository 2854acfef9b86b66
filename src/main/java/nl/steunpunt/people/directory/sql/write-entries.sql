update people.person p
   set (employee_number, email, name, function, department_id, location_id, manager_id,
        language, phone, contract_hours, active, left_at, last_day)
     = row((c.{image}).employee_number, (c.{image}).email, (c.{image}).name, (c.{image}).function,
           (c.{image}).department_id, (c.{image}).location_id, (c.{image}).manager_id, (c.{image}).language,
           (c.{image}).phone, (c.{image}).contract_hours, (c.{image}).active, (c.{image}).left_at,
           (c.{image}).last_day)
  from people.import_change c
 where c.run_id = :run and c.person_id = p.id and c.kind <> 'join' and c.kind in (:kinds)
