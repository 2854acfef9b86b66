-- A helpdesk system that the organisation has already. The key is a secret (who has it can read and write there), sealed with the
-- installation's key; so is what its webhook signs with.
create table connection (
  id            bigint generated always as identity primary key,
  name          text not null,
  kind          text not null,              -- which connector: a word of the code
  address       text not null,
  sealed_key    text not null,
  sealed_bell   text not null,
  systems       bigint[] not null default '{}',   -- whose questions go there; empty: all
  speaker_id    bigint not null,            -- in whose name is said here what nobody is known to have said there
  language      text not null,
  place         text not null,              -- queue, project or group
  places        text not null default '',   -- lines "system = queue"
  fields        text not null default '',   -- lines "their field = our value"
  statuses      text not null,              -- lines "their status = open | closed | returned"
  people        text not null default '',   -- lines "their user = our address"
  active        boolean not null default true,
  seen_up_to    timestamptz,                -- changes up to then were looked for; by their clock
  poll_at       timestamptz not null,
  try_at        timestamptz not null,       -- not before; while one node works at it: when another may take it over
  attempts      int not null default 0,     -- since it answered last
  reached_at    timestamptz,
  failing_since timestamptz,
  trouble       text,
  detail        text
);

-- A question that is there as well.
create table linked_ticket (
  id            bigint generated always as identity primary key,
  connection_id bigint not null references connection on delete cascade,
  question_id   bigint not null unique,
  marker        text not null unique,       -- stands in the ticket there, and is looked for before it is made again
  their_id      text,                       -- null: not made yet
  their_status  text,                       -- as last seen
  wanted        text not null default 'open' check (wanted in ('open', 'closed')),   -- as we last told them, or they us
  told_message  bigint not null,            -- messages of the conversation up to this one are there or under way
  heard_entry   bigint not null default 0,  -- what was said there up to this one is here
  look_at       timestamptz,                -- null: not before it says that something changed
  overruled_at  timestamptz,                -- theirs and ours changed at once, and theirs held
  linked_at     timestamptz not null
);
create unique index on linked_ticket (connection_id, their_id) where their_id is not null;
create index on linked_ticket (connection_id, look_at) where look_at is not null;

-- What is still to be told there, in order of each ticket. Without its words: they are written when it goes.
create table letter (
  id         bigint generated always as identity primary key,
  ticket_id  bigint not null references linked_ticket on delete cascade,
  kind       text not null check (kind in ('create', 'remark', 'status')),
  message_id bigint,                        -- of a remark
  status     text check (status in ('open', 'closed')),
  why        text,                          -- of a status: a word
  repaired   text,                          -- as somebody of the desk put it right
  tries      int not null default 0,        -- begun; the last one may have arrived all the same
  faults     int not null default 0,        -- refused although the other side works otherwise
  due_at     timestamptz not null,
  dead_at    timestamptz,                   -- waits for somebody of the desk
  trouble    text,
  detail     text
);
create index on letter (ticket_id, id);
create index on letter (dead_at) where dead_at is not null;

-- What came from there: never said twice, and never sent back.
create table heard (
  ticket_id bigint not null references linked_ticket on delete cascade,
  client_id uuid not null,
  primary key (ticket_id, client_id)
);
