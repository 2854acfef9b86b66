-- Since when the name is gone. The row stays: what was asked and answered goes on pointing at it.
alter table person add erased_at timestamptz;
create index person_left on person (left_at) where not active and erased_at is null;
