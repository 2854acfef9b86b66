-- Where tickets wait, as the desk names it. One takes what has no other.
create table queue (
  id       bigint generated always as identity primary key,
  name_nl  text not null,
  name_en  text not null,
  fallback boolean not null default false,
  active   boolean not null default true
);
create unique index queue_fallback on queue (fallback) where fallback;
create unique index queue_name on queue (lower(name_nl)) where active;
insert into queue (name_nl, name_en, fallback) values ('Algemeen', 'General', true);

-- What leads to a queue: a topic goes before its system.
create table queue_rule (
  system_id bigint not null,
  topic_id  bigint,
  queue_id  bigint not null references queue,
  unique nulls not distinct (system_id, topic_id)
);

-- A ticket is made when its question comes to the desk. Its moments follow from when that was, its priority, and
-- the working minutes for which it waited for its asker.
alter table ticket
  add column open           boolean not null default false,
  add column queue_id       bigint references queue,
  add column severity       text check (severity in ('high', 'normal', 'low')),   -- as the desk says; null: as reckoned
  add column reach          int not null default 1,                                -- people hit, when it was reckoned
  add column priority       int not null default 3 check (priority between 1 and 4),
  add column paused_at      timestamptz,
  add column paused_minutes int not null default 0,
  add column reacted_at     timestamptz,
  add column react_by       timestamptz,
  add column solve_by       timestamptz,
  add column warn_at        timestamptz,                                           -- null: it waits for its asker
  add column told           int not null default 0;                                -- 1: that it is near, 2: that it is late
alter table ticket
  add column due_at timestamptz generated always as (case when reacted_at is null then react_by else solve_by end) stored;
create index ticket_open on ticket (question_id, came_at) where open;
create index ticket_to_tell on ticket (warn_at) where open and told < 2;
update ticket set queue_id = (select id from queue where fallback);

-- What the desk says to itself. Neither asker nor power user ever sees it.
create table note (
  id          bigint generated always as identity primary key,
  question_id bigint not null,
  author_id   bigint not null,
  client_id   uuid not null,       -- made by the form: a retry is no second note
  text        text not null,
  written_at  timestamptz not null,
  unique (question_id, client_id)
);
create index on note (author_id);
