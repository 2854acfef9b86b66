-- When each kind of thing was last looked over, and how much of it went then.
create table retention_run (
  name      text primary key,
  ran_at    timestamptz not null,
  forgotten bigint not null
);

-- What was mailed to whom, without its content, for who asks what is stored about them.
create view pub_mail as
select id, recipient::citext as recipient, subject, (created_at at time zone 'Europe/Amsterdam')::date as day from mail;
