-- Who will report to whom, by the file for its good rows and as it is for those who stay as they are.
select l.person_id, case when l.line > 0 then r.person_id else p.manager_id end as manager_id
  from people.import_line l
  left join people.import_reference r on l.line > 0 and r.ref = l.manager
  left join people.person p on l.line < 0 and p.id = l.person_id
 where l.active and not l.bad
 order by l.person_id
