-- A constituency that moves is two changes: taken from one power user, given to another. The second
-- names the first, so that both are taken back together.
alter table constituency_change add column with_id bigint references constituency_change;
create unique index constituency_change_with on constituency_change (with_id) where with_id is not null;
