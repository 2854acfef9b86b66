select count(*)
  from people.import_change c
  left join people.person p on p.id = c.person_id
 where c.run_id = :run
   and (p.id is not null) is distinct from (c.kind <> 'join')
    or c.run_id = :run and p.id is not null and people.entry_of(p) is distinct from c.before
