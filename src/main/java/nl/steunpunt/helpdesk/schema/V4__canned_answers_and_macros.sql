-- Answers that the desk gives often, in both languages; the asker's is chosen.
create table canned (
  id       bigint generated always as identity primary key,
  title_nl text not null,
  title_en text not null,
  text_nl  text not null,
  text_en  text not null,
  active   boolean not null default true
);

-- Several acts under one name. What is null stays as it is.
create table macro (
  id           bigint generated always as identity primary key,
  name_nl      text not null,
  name_en      text not null,
  canned_id    bigint references canned,
  close_reason text,
  severity     text check (severity in ('high', 'normal', 'low')),
  queue_id     bigint references queue,
  takes        boolean not null default false,
  active       boolean not null default true
);
