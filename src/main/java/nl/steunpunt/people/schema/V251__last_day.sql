-- The last day on which somebody works here, as far as the directory knows. Nothing happens by itself on that day: who left
-- is told by the file. It is there so that somebody else can be found for a role in time.
alter table person add last_day date;
alter table import_line add last_day date;
alter type directory_entry add attribute last_day date;

create or replace function entry_of(p person) returns directory_entry language sql stable as $$
  select row(p.employee_number, p.email, p.name, p.function, p.department_id, p.location_id, p.manager_id,
             p.language, p.phone, p.contract_hours, p.active, p.left_at, p.last_day)::people.directory_entry
$$;

-- Of who works here and leaves: a view of its own, so that who needs no day does not read it.
create view pub_last_day as
select id as person_id, last_day from person where active and last_day is not null;
create index person_last_day on person (id) include (last_day) where active and last_day is not null;
