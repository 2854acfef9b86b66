-- A picture or file. Its uploader's alone until a message claims it; unclaimed ones go after a day.
create table attachment (
  id          bigint generated always as identity primary key,
  question_id bigint not null references question on delete cascade,
  message_id  bigint references message on delete cascade,
  uploader_id bigint not null,
  kind        text not null check (kind in ('picture', 'file')),
  name        text not null,
  uploaded_at timestamptz not null
);
create index on attachment (question_id);
create index on attachment (message_id);
create index on attachment (uploader_id) where message_id is null;
create index on attachment (uploaded_at) where message_id is null;

-- What is sent to a browser: the thing itself, and of a picture a small one beside it.
create table attachment_content (
  attachment_id bigint not null references attachment on delete cascade,
  form          text not null check (form in ('whole', 'thumbnail')),
  media_type    text not null,
  size          int not null,        -- bytes
  width         int,
  height        int,
  hash          bytea not null,      -- SHA-256 of the bytes
  primary key (attachment_id, form)
);

-- Pieces of 256 KB, so that nobody ever holds a whole file: not the server, the driver or a reader.
create table attachment_piece (
  attachment_id bigint not null,
  form          text not null,
  seq           int not null,
  bytes         bytea not null,
  primary key (attachment_id, form, seq),
  foreign key (attachment_id, form) references attachment_content on delete cascade
);
-- All that comes here is compressed already; PostgreSQL would only lose time trying again.
alter table attachment_piece alter column bytes set storage external;
