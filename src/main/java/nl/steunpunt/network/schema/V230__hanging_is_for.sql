-- Whom a piece names, or of which department it speaks: it must be replaced once they sit elsewhere.
alter table hanging
  add column named         boolean not null default false,  -- a name stands on it
  add column person_id     bigint,                          -- whose; null: nobody's, or erased since
  add column department_id bigint,
  add constraint hanging_names check (person_id is null or named);
create index on hanging (person_id) where person_id is not null;
