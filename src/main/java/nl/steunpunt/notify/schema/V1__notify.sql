-- A mail on its way out, with the Message-ID under which a retry is recognised.
create table mail (
  id           bigint generated always as identity primary key,
  message_id   text not null unique,
  person_id    bigint,
  recipient    text not null,
  subject      text not null,
  body_text    text not null,
  body_html    text not null,
  created_at   timestamptz not null,
  due_at       timestamptz,         -- null: sent, or given up
  attempts     int not null default 0,
  sent_at      timestamptz,
  error        text
);
create index on mail (due_at) where due_at is not null;
