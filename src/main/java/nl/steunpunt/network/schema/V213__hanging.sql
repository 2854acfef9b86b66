-- What hangs or stands where, as somebody ticked it; not by whom.
create table hanging (
  id          bigint generated always as identity primary key,
  location_id bigint not null,
  code        text not null,        -- printed on it
  format      text not null,
  spot        text not null,        -- where exactly, if said: "bij de koffie"
  look        text not null,        -- of the organisation's name, colour and logo then
  hung_on     date not null,
  gone_on     date
);
create index on hanging (location_id) where gone_on is null;
create index on hanging (gone_on);

-- As small as shows what hangs there; gone when it is taken away.
create table hanging_photo (
  hanging_id bigint primary key references hanging on delete cascade,
  version    text not null,         -- of its bytes: the address changes with it
  media_type text not null,
  picture    bytea not null
);
