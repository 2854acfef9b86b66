-- The administrator's list of accounts, page by page.
create index person_by_name on person (name, id) where active;
