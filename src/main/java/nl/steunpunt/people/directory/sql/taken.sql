-- People outside a run who hold a number or an address that its undo would give back.
select count(*)
  from (select p.id
          from people.import_change c
          join people.person p on p.email = (c.before).email
         where c.run_id = :run and (c.before).active and p.active
        union
        select p.id
          from people.import_change c
          join people.person p on p.employee_number = (c.before).employee_number
         where c.run_id = :run) holder
 where not exists (select from people.import_change own where own.run_id = :run and own.person_id = holder.id)
