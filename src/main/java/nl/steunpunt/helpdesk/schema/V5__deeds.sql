-- Tickets that go together. No foreign keys: a ticket that is forgotten leaves its number behind, which says nothing.
alter table ticket
  add column merged_into bigint,   -- it goes with that one: not in the queue of its own, and closed with it
  add column parent_id   bigint,   -- it is a part of that one, and goes its own way
  add column split_from  bigint;   -- the desk made it out of that one
create index on ticket (merged_into) where merged_into is not null;
create index on ticket (parent_id) where parent_id is not null;
create index on ticket (split_from) where split_from is not null;

-- What somebody of the desk did to one or more tickets at once, and how each was before: so that it can be undone.
create table deed (
  id        bigint generated always as identity primary key,
  by_id     bigint not null,
  kind      text not null,
  done_at   timestamptz not null,
  undone_at timestamptz
);
create index on deed (by_id, done_at);
create table deed_ticket (
  deed_id   bigint not null references deed on delete cascade,
  ticket_id bigint not null references ticket on delete cascade,
  before    text,                  -- of the one thing that this kind of deed changes
  after     text,
  primary key (deed_id, ticket_id)
);
create index on deed_ticket (ticket_id);
