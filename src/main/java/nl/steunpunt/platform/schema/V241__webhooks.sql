-- Who outside is told what happens, by signed requests. Address and secrets are sealed with the installation's key.
create table webhook (
  id                bigint generated always as identity primary key,
  name              text not null,
  sealed_address    text not null,
  shown             text not null,          -- as much of the address as may be seen
  events            text[] not null,
  with_people       boolean not null,       -- the numbers of persons too
  sealed_secret     text not null,
  sealed_old_secret text,                   -- signs as well, until:
  old_secret_until  timestamptz,
  active            boolean not null default true,
  gone              boolean not null default false,   -- the other side said that it is no more (410), so it was switched off
  try_at            timestamptz not null,   -- not before; while a node sends: when another may take over
  failures          int not null default 0, -- in a row
  delivered_at      timestamptz,
  failing_since     timestamptz,
  created_at        timestamptz not null
);

-- What happened, since the first webhook was made: kept for a while, to tell it again.
create table webhook_event (
  id      uuid primary key,
  seq     bigint generated always as identity,
  kind    text not null,
  subject text not null,                    -- a path in our own house
  at      timestamptz not null,
  data    jsonb not null,
  people  jsonb not null                    -- numbers of persons
);
create index on webhook_event (at, seq);

create table webhook_delivery (
  id         bigint generated always as identity primary key,
  webhook_id bigint not null references webhook on delete cascade,
  event_id   uuid not null references webhook_event on delete cascade,
  state      text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts   int not null default 0,
  next_at    timestamptz not null,
  last_at    timestamptz,
  status     int,                           -- of the last answer; null: there was none
  trouble    text,                          -- key of a sentence
  detail     text
);
create index on webhook_delivery (webhook_id, id desc);
create index on webhook_delivery (webhook_id, next_at, id) where state = 'waiting';
create index on webhook_delivery (event_id);
