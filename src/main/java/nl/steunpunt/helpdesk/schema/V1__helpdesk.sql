-- The desk's record of a question that was handed over, or of a caller who came first.
create table ticket (
  id           bigint generated always as identity primary key,
  question_id  bigint not null unique,
  came_at      timestamptz not null,
  taken_by     bigint,
  taken_at     timestamptz,
  closed_by    bigint,
  closed_at    timestamptz,
  close_reason text,
  could_power_user boolean
);
create index on ticket (came_at) where closed_at is null;
