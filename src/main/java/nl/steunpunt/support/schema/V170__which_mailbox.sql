-- Which mailbox a mail came into: server, user and folder. Numbers and validity mean other mails in another one. Empty:
-- from before mailboxes were told apart; who reads it first says which one it was.
alter table mail_in add column box text not null default '';
update mail_in set box = (select box from mailbox) where (select box from mailbox) is not null;
alter table mail_in alter column box drop default;
alter table mail_in drop constraint mail_in_uid_validity_uid_key;
alter table mail_in add unique (box, uid_validity, uid);
