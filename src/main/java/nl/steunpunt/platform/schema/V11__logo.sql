-- The organisation's logo as PNG; at most one row.
create table logo (
  only_one boolean primary key default true check (only_one),
  png      bytea not null
);
