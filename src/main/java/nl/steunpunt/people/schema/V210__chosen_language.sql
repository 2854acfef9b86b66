-- The language that somebody chose here, apart from what the directory says: an import does not take it back, and
-- choosing one does not stand in the way of undoing an import. Null: none chosen, the directory's holds.
alter table person add column chosen_language text check (chosen_language in ('nl', 'en'));

create or replace view pub_person as
select p.id, p.employee_number, p.email::text as email, p.name, p.function,
       coalesce(p.chosen_language, p.language) as language, p.phone,
       p.active, p.manager_id, p.roles, p.contract_hours,
       p.department_id, d.name as department, d.path as department_path,
       p.location_id, l.name as location, l.path as location_path, l.depth as location_depth
  from person p
  join department d on d.id = p.department_id
  left join location l on l.id = p.location_id;
