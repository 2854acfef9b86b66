-- Issues become one, and two: who heard what goes along, and comes back.

-- The newest news that somebody heard before what they hear now: what waits for them may be newer than what they were to hear when
-- their issue went into this one.
alter table hearing add column heard_id bigint;

-- As the other issue stood when the two became one, or this one came out of it: only those who came along have it.
alter table news add column carried boolean not null default false;

-- Who heard what about an issue that they follow no longer, for when they do again: what went into another one comes back out of it.
create table hearing_at_rest (
  issue_id      bigint not null references issue on delete cascade,
  person_id     bigint not null,
  news_id       bigint not null references news on delete cascade,
  state         text not null,
  product_at    timestamptz not null,
  power_user_id bigint,
  heard_id      bigint,
  passed_to     bigint,                     -- the same news of the other issue: who hears that has heard this; null: this waits here
  primary key (issue_id, person_id)
);
create index on hearing_at_rest (person_id);
create index on hearing_at_rest (news_id);

-- Whose name may be said of an issue only since another one went into it.
create table carried_name (
  gone_id   bigint not null references issue on delete cascade,
  person_id bigint not null,
  primary key (gone_id, person_id)
);
create index on carried_name (person_id);
