-- How many people a department, a place or a manager has is asked by each page of a mandate, and a team lies scattered
-- over the table: the index answers it alone.
drop index person_department_id_idx;
drop index person_location_id_idx;
drop index person_manager_id_idx;
create index person_of_department on person (department_id) include (id, active);
create index person_of_location on person (location_id) include (id, active);
create index person_of_manager on person (manager_id) include (id, active);
