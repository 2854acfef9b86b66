-- A code that leads nowhere any more. Its place has another, and no place ever gets it again.
alter table place_code add withdrawn_at timestamptz;
alter table place_code drop constraint place_code_location_id_key;
create unique index place_code_current on place_code (location_id) where withdrawn_at is null;

-- How often a code was followed from paper, a day. Nothing of who did, from where or with what.
create table place_scan (
  code  text not null,
  day   date not null,         -- by the organisation's calendar
  scans int not null,
  primary key (code, day)
);
create index on place_scan (day);
