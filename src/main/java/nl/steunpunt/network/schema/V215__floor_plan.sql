-- Each change to the plan of a place: what it put there and what it took away carry its number, and are undone with it.
create table floor_change (
  id          bigint generated always as identity primary key,
  location_id bigint not null,
  kind        text not null,       -- put, replaced, removed, pinned, moved, unpinned
  person_id   bigint,              -- whose pin
  at          timestamptz not null
);
create index on floor_change (location_id, id);

-- A picture of our own writing of a floor, or any other place, and those that it replaced.
create table floor_plan (
  location_id bigint not null,
  put_in      bigint not null,
  gone_in     bigint,
  gone_at     timestamptz,
  version     text not null,       -- of its bytes: the address changes with it
  media_type  text not null,
  width       int not null,        -- of these both only the ratio counts
  height      int not null,
  picture     bytea not null,
  primary key (location_id, put_in)
);
create unique index floor_plan_current on floor_plan (location_id) where gone_in is null;
create index on floor_plan (gone_at);

-- Where the desk of a power user is, in parts of width and height. It holds as long as they work where they did then.
create table desk_pin (
  person_id   bigint not null,
  location_id bigint not null,     -- the place of the plan
  seat_id     bigint not null,     -- where the person worked
  x           double precision not null check (x between 0 and 1),
  y           double precision not null check (y between 0 and 1),
  put_in      bigint not null,
  gone_in     bigint,
  gone_at     timestamptz,
  primary key (person_id, put_in)
);
create unique index desk_pin_current on desk_pin (person_id) where gone_in is null;
create index on desk_pin (location_id);
create index on desk_pin (gone_at);

alter table profile add on_plan boolean not null default true;   -- colleagues may see where the desk is
