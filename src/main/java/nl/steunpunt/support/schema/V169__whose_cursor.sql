-- Which mailbox it was read in: server, user and folder. A node that still knows the one of before must not take this for its own.
alter table mailbox add column box text;
