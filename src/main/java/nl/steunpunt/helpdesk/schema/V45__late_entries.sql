-- What was said there can show later than what was numbered after it, so which entries were heard is known by each of them, and not
-- by the newest. Entries that were heard some time ago are not read again.
alter table heard
  add column entry    bigint,               -- their number of it; null: their status said it
  add column heard_at timestamptz;

update heard h set entry = t.heard_entry, heard_at = t.linked_at from linked_ticket t where t.id = h.ticket_id;

alter table heard alter column heard_at set not null;
alter table linked_ticket drop column heard_entry;
