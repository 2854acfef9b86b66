create extension if not exists citext with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- Facts that were published and are still to be handled. Spring Modulith's own table (version 2).
create table event_publication (
  id                     uuid primary key,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index on event_publication using hash (serialized_event);
create index on event_publication (completion_date);

-- One row per thing the organisation decided for the whole product: calendar, logo, accent, mail.
create table setting (
  name  text primary key,
  value jsonb not null
);

-- What happened, for the screens of one person. Read by snapshot (see LiveHub), kept for minutes.
create table live_event (
  id        bigint generated always as identity primary key,
  xid       xid8 not null default pg_current_xact_id(),
  person_id bigint not null,
  kind      text not null,
  subject   bigint,
  detail    text,
  at        timestamptz not null
);
create index on live_event (xid);

-- A request that creates, under the key its client gave it; the answer is kept to be given again.
create table idempotent_request (
  person_id bigint not null,
  key       text not null,
  body_hash bytea not null,
  status    int,
  answer    text,
  location  text,
  at        timestamptz not null,
  primary key (person_id, key)
);
