-- When the leads last heard of it: who comes and goes is told of once a day. Kept for that day.
create table volunteer_told (
  person_id bigint not null,
  system_id bigint not null references system,
  told_at   timestamptz not null,
  owed      boolean not null default false,  -- came back since then: told when the day is over
  primary key (person_id, system_id)
);
create index on volunteer_told (told_at);
