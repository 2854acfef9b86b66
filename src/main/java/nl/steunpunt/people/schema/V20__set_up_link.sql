-- The link that makes the first administrator belongs to nobody yet.
alter table password_link alter person_id drop not null;
alter table password_link add check (person_id is not null or purpose = 'set_up');
create index person_administrator on person (id) where 'administrator' = any (roles);
