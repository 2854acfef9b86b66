-- Which conversation a mail is part of, and where a reply to it goes.
alter table mail add column thread_id text, add column reply_to text;
