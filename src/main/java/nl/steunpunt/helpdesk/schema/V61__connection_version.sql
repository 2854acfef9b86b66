-- Goes up with each change, so that of two who change one connection at once the second is told.
alter table connection add column version int not null default 1;
