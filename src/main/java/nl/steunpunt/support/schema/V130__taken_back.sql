-- What somebody handed on with a whole inbox, as it was with them: untouched since, it can be taken back.
create table handed_on (
  question_id   bigint not null references question on delete cascade,
  holder_id     bigint not null,
  at            timestamptz not null,     -- one moment for all of an inbox
  step          int not null,             -- the last of the route then: with a later one it stays where it is
  taken_at      timestamptz,
  waiting_since timestamptz,
  snoozed_until timestamptz,
  primary key (question_id, holder_id)
);
create index on handed_on (holder_id, at desc);

-- A signal that turned out to ask for help.
alter table question drop constraint question_origin_check;
alter table question add constraint question_origin_check
  check (origin in ('asked', 'on_behalf', 'desk_first', 'from_signal'));
