-- Where a power user's calendar can be read: an address that whoever has it reads along with, so it is sealed.
create table agenda (
  person_id      bigint primary key,
  sealed_address text not null,
  host           text not null,        -- all that is shown of it
  since          timestamptz not null,
  removed_at     timestamptz           -- can be put back for an hour; null: in use
);
create index on agenda (removed_at) where removed_at is not null;

-- How far reading it came. Unlogged, with the times: after a crash both are gone, and all is read again.
create unlogged table agenda_reading (
  person_id bigint primary key,
  next_at   timestamptz not null,
  read_at   timestamptz,               -- last time that it could be read; null: not yet
  whole_at  timestamptz,               -- last time that all of it was read: what is to come moves on each day
  etag      text,
  modified  text,
  unread    int not null default 0,    -- repetitions that were not understood
  failures  int not null default 0,    -- in a row
  trouble   text                       -- why the last one failed; null: it did not
);
create index on agenda_reading (next_at);

-- When a calendar says busy: of the coming week, within working time, no two touching. Each goes when it is past.
create unlogged table busy_time (
  person_id bigint not null,
  from_at   timestamptz not null,
  until_at  timestamptz not null,
  begun     boolean not null default false,   -- open pages were told
  primary key (person_id, from_at),
  check (from_at < until_at)
);
create index on busy_time (until_at);
create index on busy_time (from_at);   -- what has begun is what goes on: the rest is past and gone

-- "I am there, whatever my calendar says."
alter table stated_presence drop constraint stated_presence_kind_check,
  add constraint stated_presence_kind_check check (kind in ('busy', 'away', 'round', 'there'));

-- What holds of somebody at a moment beside what pages see: what they say of it, else what their calendar says.
create function pub_said_of(who bigint, at timestamptz)
returns table (kind text, until_at timestamptz, by_calendar boolean) language sql stable rows 1 as $$
  select said.kind, said.until_at, said.by_calendar from (
    select s.kind, s.until_at, false as by_calendar from network.stated_presence s
     where s.person_id = who and s.until_at > at
    union all
    select 'busy', b.until_at, true from network.busy_time b
     where b.person_id = who and b.from_at <= at and b.until_at > at) said
   order by said.by_calendar limit 1
$$;

-- The same of everybody, for who looks at many: few at a time.
create function pub_said(at timestamptz)
returns table (person_id bigint, kind text, until_at timestamptz, by_calendar boolean) language sql stable rows 50 as $$
  select distinct on (said.person_id) said.person_id, said.kind, said.until_at, said.by_calendar from (
    select s.person_id, s.kind, s.until_at, false as by_calendar from network.stated_presence s
     where s.until_at > at
    union all
    select b.person_id, 'busy', b.until_at, true from network.busy_time b
     where b.from_at <= at and b.until_at > at) said
   order by said.person_id, said.by_calendar
$$;
drop view pub_stated_presence;

create view pub_agenda_trouble as
  select r.person_id, r.trouble from agenda_reading r join agenda a on a.person_id = r.person_id and a.removed_at is null
   where r.trouble is not null and r.failures >= 3;
