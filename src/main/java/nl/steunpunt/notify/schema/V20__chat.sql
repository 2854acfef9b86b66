-- Channels of the organisation's chat that are told what happens. The address is a secret (who has it can write there), sealed with
-- the installation's key.
create table chat_channel (
  id             bigint generated always as identity primary key,
  name           text not null,
  kind           text not null check (kind in ('mattermost', 'teams')),
  sealed_address text not null,
  shown          text not null,                 -- as much of the address as may be seen
  language       text not null,
  events         text[] not null,
  department_id  bigint,                        -- only about people who work there or below; null: all
  location_id    bigint,
  system_id      bigint,
  active         boolean not null default true,
  try_at         timestamptz not null,          -- not before; while one node sends: when another may take it over
  attempts       int not null default 0,        -- since the last message that arrived
  delivered_at   timestamptz,
  failing_since  timestamptz,
  trouble        text,
  detail         text,
  lost           int not null default 0,        -- given up after a day
  lost_at        timestamptz
);

-- What a channel is owed, without its words: they are written when it goes, and are true then.
create table chat_news (
  channel_id  bigint not null references chat_channel on delete cascade,
  event       text not null,
  subject_id  bigint not null,
  happened_at timestamptz not null,
  primary key (channel_id, event, subject_id)
);
create index on chat_news (channel_id, happened_at);
