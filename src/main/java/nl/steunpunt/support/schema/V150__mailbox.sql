-- How far the organisation's mailbox was read: one row, which one node takes at a time.
create table mailbox (
  one           boolean primary key default true check (one),
  uid_validity  bigint,
  last_uid      bigint not null default 0,
  next_at       timestamptz not null,
  leased_until  timestamptz,
  read_at       timestamptz,
  failures      int not null default 0,
  failing_since timestamptz,
  trouble       text,
  detail        text
);

-- Each mail that came, once. What was in it is where it went; what could not be read lies in the mailbox still.
create table mail_in (
  id           bigint generated always as identity primary key,
  uid_validity bigint not null,
  uid          bigint not null,
  message_id   text,
  sender       text not null,
  person_id    bigint,
  subject      text not null,
  outcome      text not null check (outcome in ('asked', 'said', 'automatic', 'bounce', 'loop', 'unknown_sender', 'refused',
                                                'repeated', 'failing', 'set_aside', 'discarded')),
  question_id  bigint,
  reason       text,
  attempts     int not null default 1,
  again_at     timestamptz,
  came_at      timestamptz not null,
  unique (uid_validity, uid)
);
create index on mail_in (message_id) where message_id is not null;
create index on mail_in (person_id, came_at) where person_id is not null;
create index on mail_in (sender, came_at) where outcome = 'unknown_sender';
create index on mail_in (again_at) where outcome = 'failing';
create index on mail_in (id desc) where outcome = 'set_aside';
create index on mail_in (came_at);

-- What a mail answers, and its signature: shown folded below what was said.
alter table message add column quoted text;
