-- Who calls is found by words of the name, the address and the department together, or by the end of what the telephone shows.
create index person_email_folded on person using gin (people.pub_fold(email::text) gin_trgm_ops);
create index person_phone_end on person (reverse(regexp_replace(phone, '\D', '', 'g')) text_pattern_ops);
