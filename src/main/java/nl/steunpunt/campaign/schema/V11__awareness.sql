-- That somebody was asked this quarter, whether they answered or not; no day, no number. With each week that closes all rows are
-- written anew together in the order of the persons, so that nothing says who came before whom (docs/adr/0241).
create table awareness_asked (
  person_id bigint not null,
  quarter   date not null,                       -- its first day
  primary key (person_id, quarter)
);

-- The week that goes on, counted: no row is an answer. Too few to be shown, so no backup holds it.
create table awareness_open (
  system_id     bigint not null,
  department_id bigint not null,                 -- 0: of none
  word          text not null check (word in ('yes', 'think', 'no')),
  answers       int not null,
  primary key (system_id, department_id, word)
);
comment on table awareness_open is 'passing: fewer than five may be in it';

-- Links that were used, by a number that only the link has.
create table awareness_spent (
  nonce   uuid primary key,
  quarter date not null
);
comment on table awareness_spent is 'passing: goes with the answers that go on';

-- Closed weeks: groups of at least five who have nobody in common. Never changed.
create table awareness_week (
  system_id     bigint not null,
  week          date not null,                   -- its Monday
  department_id bigint not null,                 -- with what is below it and has no group; 0: the rest of the organisation
  yes           int not null,
  think         int not null,
  no            int not null,
  primary key (system_id, week, department_id),
  check (yes + think + no >= 5)
);

create table awareness_closing (
  one  boolean primary key default true check (one),
  week date not null                             -- the one that goes on
);
