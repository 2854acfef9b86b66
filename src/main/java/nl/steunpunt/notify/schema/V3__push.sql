-- A browser that somebody lets show notices. It ends with the sign-in in which it was allowed. Who knows its address and
-- keys could not use them without our own key, which lies outside the database.
create table push_browser (
  id          bigint generated always as identity primary key,
  person_id   bigint not null,
  sign_in_id  bigint not null,
  endpoint    text unique,            -- of its push service; goes when that says the browser is gone
  point       bytea,                  -- the browser's public key, uncompressed
  secret      bytea,                  -- shared with us by the browser
  name        text not null,          -- 'Chrome, Android'
  created_at  timestamptz not null,
  received_at timestamptz,            -- when the service last took a message for it
  held_until  timestamptz,            -- the service asked to be left alone
  trouble     text check (trouble in ('gone', 'refused', 'busy', 'unreachable', 'address', 'key')),
  trouble_at  timestamptz,
  check ((endpoint is null) = (trouble is not distinct from 'gone')),
  check ((endpoint is null) = (point is null) and (point is null) = (secret is null))
);
create index on push_browser (person_id);
create index on push_browser (trouble_at) where endpoint is null;

-- What is to be shown in one browser; gone when its push service has it.
create table push_message (
  id           bigint generated always as identity primary key,
  browser_id   bigint not null references push_browser (id) on delete cascade,
  conversation text not null,          -- 'question-7'; 'news': of several; 'test'
  title        text not null,
  body         text not null,
  path         text not null,          -- where a tap leads
  created_at   timestamptz not null,
  due_at       timestamptz not null,   -- while one node sends it: when another may take it over
  expires_at   timestamptz not null,   -- afterwards it would come in quiet hours, or be no news
  attempts     int not null default 0,
  unique (browser_id, conversation)
);
create index on push_message (due_at);

-- How somebody wants it; without a row: only in working time, and nothing that a locked screen gives away.
create table push_wish (
  person_id  bigint primary key,
  shown      boolean not null,
  hours      text not null check (hours in ('work', 'always', 'own')),
  weekdays   smallint[] not null,      -- of 'own': 1 is Monday
  from_time  time not null,            -- of 'own', by the organisation's wall clock
  until_time time not null check (until_time > from_time)
);
