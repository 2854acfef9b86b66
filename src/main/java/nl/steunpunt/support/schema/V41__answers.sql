-- An answer worth more than once: found while the next colleague types.
create table answer (
  id          bigint generated always as identity primary key,
  system_id   bigint not null,
  topic_id    bigint,
  title       text not null,        -- the question it answers
  text        text not null,
  why         text not null default '',
  author_id   bigint not null,
  question_id bigint,               -- where it was given first
  kept_at     timestamptz not null,
  changed_at  timestamptz not null,
  retired_at  timestamptz           -- no longer true: not suggested any more, still there for who has its address
);
create index on answer (system_id, id desc) where retired_at is null;
create index on answer (author_id, id desc);

-- "This helps me": a question that was not asked because an answer stood there.
create table answer_help (
  answer_id bigint not null references answer,
  person_id bigint not null,
  at        timestamptz not null,
  primary key (answer_id, person_id)
);
