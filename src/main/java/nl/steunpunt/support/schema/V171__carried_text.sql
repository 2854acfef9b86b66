-- What somebody typed before signing in, until they are. Of nobody yet; gone after a day.
create table carried_text (
  id      bigint generated always as identity primary key,
  text    text not null,
  kept_at timestamptz not null
);
create index on carried_text (kept_at);
