-- What a power user shows of themselves on "Who helps me?", beside what the directory says.
create table profile (
  person_id         bigint primary key,
  languages         text[] not null default '{}',          -- ISO 639; empty: the one that the product speaks with them
  phone_shown       boolean not null default false,
  shown_to_strangers boolean not null default false        -- name and place, to who is not signed in
);

-- A square JPEG of our own making, of at most a few dozen KB.
create table photo (
  person_id bigint primary key,
  version   text not null,      -- of its bytes: the address changes with it
  jpeg      bytea not null
);

-- When somebody can be found at their desk each week, by the organisation's wall clock.
create table desk_hours (
  person_id  bigint not null,
  weekday    smallint not null check (weekday between 1 and 7),      -- 1: Monday
  from_time  time not null,
  until_time time not null check (until_time > from_time),
  primary key (person_id, weekday, from_time)
);

create view pub_photo as select person_id, version from photo;
