-- When a power user means to walk, and where along. Nobody else sees it.
create table round_plan (
  person_id  bigint primary key,
  weekdays   smallint[] not null default '{}',   -- 1: Monday
  at_time    time,                               -- by the organisation's wall clock; null: no time of its own
  changed_at timestamptz not null
);

create table round_stop (
  person_id   bigint not null references round_plan on delete cascade,
  sort        int not null,
  location_id bigint not null,
  primary key (person_id, sort),
  unique (person_id, location_id)
);

-- A walk. Its number is made on the phone, where there may be no network: whatever arrives first makes the row.
create table round (
  id         bigint generated always as identity primary key,
  person_id  bigint not null,
  client_id  uuid not null,
  started_at timestamptz not null,
  ended_at   timestamptz,              -- of the last "done" that stands; null: there is none
  unique (person_id, client_id)
);
create index on round (person_id, started_at desc);
create index on round (started_at);

create table round_zone (
  round_id    bigint not null references round on delete cascade,
  sort        int not null,
  location_id bigint not null,
  walked_at   timestamptz,             -- of the last "done here" that stands; null: not walked
  primary key (round_id, sort),
  unique (round_id, location_id)
);
create index on round_zone (location_id, walked_at) where walked_at is not null;

-- What was tapped on the way, once per number however often it is sent.
create table tap (
  id             bigint generated always as identity primary key,
  round_id       bigint not null references round on delete cascade,
  person_id      bigint not null,
  client_id      uuid not null,
  kind           text not null check (kind in ('talked', 'helped', 'heard', 'me_too', 'walked', 'ended')),
  location_id    bigint,                           -- null: of the whole round
  occurred_at    timestamptz not null,
  minutes        int,
  help_moment_id bigint,
  signal_id      bigint,
  issue_id       bigint,
  whom_id        bigint,                           -- with an issue: who is hit
  joined         boolean not null default false,   -- whether that was new
  undone         boolean not null default false,
  unique (person_id, client_id)
);
create index on tap (round_id);

-- A tap that was taken back; it may arrive before the tap itself.
create table tap_undone (
  person_id bigint not null,
  client_id uuid not null,
  at        timestamptz not null,
  primary key (person_id, client_id)
);
create index on tap_undone (at);
