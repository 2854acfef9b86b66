-- Kept answers go after a day.
create index idempotent_request_at on idempotent_request (at);

-- Live events go after minutes. A stream that was away since before the newest that went cannot
-- know what it missed; this is how far that reaches.
create table live_forgotten (
  only_one boolean primary key default true check (only_one),
  xid      xid8 not null
);
insert into live_forgotten (xid) values ('0');
create index live_event_at on live_event (at);
