-- What somebody says of the moment: busy, away, on a round. The row is what holds now and its end, and goes at that
-- end: nothing about presence is kept, in no backup either.
create unlogged table stated_presence (
  person_id bigint primary key,
  kind      text not null check (kind in ('busy', 'away', 'round')),
  until_at  timestamptz not null
);
create index on stated_presence (until_at);

create view pub_stated_presence as select person_id, kind, until_at from stated_presence;
create view pub_desk_hours as select person_id, weekday, from_time, until_time from desk_hours;
