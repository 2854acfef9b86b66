-- Numbers and addresses that change hands: both holders cannot have one for a moment. Two joins, since
-- one with "or" would compare everybody with everybody.
with holder as (
  select p.id
    from people.import_change c
    join people.person p on p.id = c.person_id
    join people.import_change other on other.run_id = :run and other.person_id <> p.id
                                   and (other.{image}).email = p.email
   where c.run_id = :run
  union
  select p.id
    from people.import_change c
    join people.person p on p.id = c.person_id
    join people.import_change other on other.run_id = :run and other.person_id <> p.id
                                   and (other.{image}).employee_number = p.employee_number
   where c.run_id = :run
)
update people.person p
   set email = 'import-' || p.id || '@invalid', employee_number = null
  from holder
 where p.id = holder.id
