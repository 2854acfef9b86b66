-- What is to be mailed. Sent at least once, each time with the same message_id, so that a mailbox can
-- tell a repeat. The bodies (they hold links that open something) go when the mail is gone.
create table mail (
  id         bigint generated always as identity primary key,
  message_id text not null unique,
  recipient  text not null,
  language   text not null,
  subject    text not null,
  text_body  text not null,
  html_body  text not null,
  created_at timestamptz not null,
  due_at     timestamptz not null,   -- while one node sends it: when another may take it over
  attempts   int not null default 0,
  sent_at    timestamptz,
  gave_up_at timestamptz,
  trouble    text,
  detail     text
);
create index on mail (due_at) where sent_at is null and gave_up_at is null;
create index on mail (gave_up_at) where gave_up_at is not null;
