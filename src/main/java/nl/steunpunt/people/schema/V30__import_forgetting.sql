-- When what a run held of people was removed; its counts stay.
alter table import_run add forgotten_at timestamptz;
create index on import_run (id) where forgotten_at is null;
