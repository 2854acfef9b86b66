-- A short address for each place, /h/{code}: what is printed with it keeps leading to who helps there now. Not to be
-- guessed: who is not signed in may read where it leads.
create table place_code (
  code        text primary key,
  location_id bigint not null unique,
  made_at     timestamptz not null
);
