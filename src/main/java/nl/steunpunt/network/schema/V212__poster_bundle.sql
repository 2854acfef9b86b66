-- Posters of all places in a building, made beside the request some places at a time, and fetched as one file.
create table poster_bundle (
  id       bigint generated always as identity primary key,
  building text not null,           -- as it was called then
  format   text not null,
  design   text not null,
  language text not null,
  slogan   text not null,
  marks    boolean not null,
  by_id    bigint not null,
  at       timestamptz not null
);
create index on poster_bundle (by_id);
create table poster_bundle_part (
  bundle_id    bigint not null references poster_bundle on delete cascade,
  part         int not null,
  location_ids bigint[] not null,   -- in the order of the pages
  pdf          bytea,               -- null until it is made
  failed       boolean not null default false,
  primary key (bundle_id, part)
);
-- PDF is compressed already.
alter table poster_bundle_part alter pdf set storage external;
create index poster_bundle_part_waits on poster_bundle_part (bundle_id, part) where pdf is null and not failed;
