-- Whom else a person has is asked for each of a mandate's people: without the row itself.
alter table constituency drop constraint constituency_pkey;
alter table constituency add primary key (person_id, system_id, rank) include (mandate_id);
