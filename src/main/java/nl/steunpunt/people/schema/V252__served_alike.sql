-- Who is served alike is counted in the order of this, without a look at 100,000 rows with all that they hold.
create index person_served_alike on person (department_id, location_id, manager_id) where active;
