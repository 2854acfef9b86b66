create table system (
  id       bigint generated always as identity primary key,
  key      text not null unique,    -- what imports and the API call it: 'erp'
  name     text not null,
  live_on  date,
  active   boolean not null default true
);

create table topic (
  id        bigint generated always as identity primary key,
  system_id bigint not null references system,
  key       text not null,
  name_nl   text not null,
  name_en   text not null,
  active    boolean not null default true,
  unique (system_id, key)
);

-- The agreement that makes a person a power user of a system. Provisional: it routes, and says so,
-- until the line manager agrees.
create table mandate (
  id            bigint generated always as identity primary key,
  person_id     bigint not null,
  system_id     bigint not null references system,
  state         text not null check (state in ('provisional', 'active', 'ended')),
  share_percent int not null check (share_percent between 1 and 100),
  started_at    timestamptz not null,
  ended_at      timestamptz
);
create unique index mandate_current on mandate (person_id, system_id) where state <> 'ended';

-- Topics a power user knows well; the order of routing takes them into account.
create table topic_knowledge (
  mandate_id bigint not null references mandate,
  topic_id   bigint not null references topic,
  primary key (mandate_id, topic_id)
);

-- Whom a mandate serves: the people of a department, a location (both with all that lies below), or a manager.
create table constituency_rule (
  id         bigint generated always as identity primary key,
  mandate_id bigint not null references mandate,
  kind       text not null check (kind in ('department', 'location', 'manager')),
  ref_id     bigint not null,
  unique (mandate_id, kind, ref_id)
);

-- One person's exception to the rules: served first by this mandate, or never by it.
create table constituency_exception (
  person_id  bigint not null,
  mandate_id bigint not null references mandate,
  served     boolean not null,
  primary key (person_id, mandate_id)
);

-- What the rules come to: rank 0 is the primary power user, 1.. the deputies in order.
create table constituency (
  person_id  bigint not null,
  system_id  bigint not null,
  rank       smallint not null,
  mandate_id bigint not null references mandate,
  power_user_id bigint not null,
  primary key (person_id, system_id, rank)
);
create index on constituency (power_user_id, system_id, rank);

-- Absence has a from and a until, and no field for a reason.
create table absence (
  person_id  bigint not null,
  from_at    timestamptz not null,
  until_at   timestamptz not null check (until_at > from_at),
  primary key (person_id, from_at)
);

-- "I'm full": asks others first until then.
create table full_until (
  person_id bigint primary key,
  until_at  timestamptz not null
);

-- Seen by a page or an app; expires by itself. Nothing about presence is kept, so it need not survive a crash.
create unlogged table presence (
  person_id  bigint primary key,
  seen_at    timestamptz not null,
  looking_at text                  -- the page in front: 'question-7'
);

create view pub_system as select id, key, name, active from system;
create view pub_topic as select id, system_id, key, name_nl, name_en, active from topic;
create view pub_power_user as
select m.id as mandate_id, m.person_id, m.system_id, m.state, m.share_percent
  from mandate m
 where m.state <> 'ended';
create view pub_constituency as
select person_id, system_id, rank, mandate_id, power_user_id from constituency;
create view pub_presence as select person_id, seen_at, looking_at from presence;
create view pub_absence as select person_id, from_at, until_at from absence;
create view pub_full as select person_id, until_at from full_until;
