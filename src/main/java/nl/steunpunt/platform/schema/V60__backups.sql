-- Each backup that was begun, good or not; who looks at the administrator's screen must see a bad night.
create table backup_run (
  id         bigint generated always as identity primary key,
  started_at timestamptz not null,
  ended_at   timestamptz,        -- null while it is made, or when what made it was cut off
  file       text not null,
  bytes      bigint,
  rows       bigint,
  trouble    text                -- null: it is good
);

-- When the next daily one is due; one node moves it on, and makes it.
create table backup_plan (
  only_one boolean primary key default true check (only_one),
  next_at  timestamptz not null
);
