update people.import_line
   set person_id = nextval('people.person_id_seq'), joins = true
 where person_id is null and active and not bad
