-- Values in the order of Column; a manager by name, also one who is yet to join.
select c.kind, c.line, (c.after).name as name, (c.after).email::text as email,
       case when c.before is null then '{}'::text[] else
         array[(c.before).employee_number, (c.before).email::text, (c.before).name, (c.before).function,
               (select d.path from people.department d where d.id = (c.before).department_id),
               (select l.path from people.location l where l.id = (c.before).location_id),
               (select m.name from people.person m where m.id = (c.before).manager_id),
               (c.before).language, (c.before).phone, (c.before).contract_hours::text, (c.before).last_day::text, null] end as before,
       array[(c.after).employee_number, (c.after).email::text, (c.after).name, (c.after).function,
             coalesce((select d.path from people.department d where d.id = (c.after).department_id),
                      (select n.path from people.import_place n
                        where n.run_id = c.run_id and n.kind = 'department' and n.id = (c.after).department_id)),
             coalesce((select l.path from people.location l where l.id = (c.after).location_id),
                      (select n.path from people.import_place n
                        where n.run_id = c.run_id and n.kind = 'location' and n.id = (c.after).location_id)),
             coalesce((select m.name from people.person m where m.id = (c.after).manager_id),
                      (select (j.after).name from people.import_change j
                        where j.run_id = c.run_id and j.person_id = (c.after).manager_id)),
             (c.after).language, (c.after).phone, (c.after).contract_hours::text, (c.after).last_day::text, null] as after
  from people.import_change c
 where c.run_id = :run and c.kind in (:kinds)
 order by (c.after).name, c.person_id
 limit :most offset :from
