-- Up to this number mails lay in the mailbox when it was connected, or when its server made it anew: of those only what
-- nobody had read there is taken.
alter table mailbox add column old_until bigint not null default 0;

-- When it came into the mailbox: many old ones that are read at once are no flood. And its words, as a mark: the same ones
-- over and over are a machine's.
alter table mail_in
  add column arrived_at timestamptz,
  add column words bytea;
create index on mail_in (person_id, words, came_at) where words is not null;
