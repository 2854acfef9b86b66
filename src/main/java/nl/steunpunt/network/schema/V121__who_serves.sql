-- The power users of a person are looked up by number at each question; the index that did it went with "mandate_current".
create index mandate_serving on mandate (person_id, system_id) where state in ('provisional', 'active');
