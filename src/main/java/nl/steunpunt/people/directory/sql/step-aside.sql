-- Numbers and addresses that change hands: both holders cannot have one for a moment.
update people.person p
   set email = 'import-' || p.id || '@invalid', employee_number = null
  from people.import_change c
 where c.run_id = :run and c.person_id = p.id
   and exists (select from people.import_change other
                where other.run_id = :run and other.person_id <> c.person_id
                  and ((other.{image}).email = p.email or (other.{image}).employee_number = p.employee_number))
