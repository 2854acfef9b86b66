-- Who comes second for them, so that "who helps here" finds deputies in these counts too, however large the place.
alter table cover_count add column second_id bigint not null default 0;   -- 0: nobody, or it is about power users themselves
alter table cover_count drop constraint cover_count_pkey;
alter table cover_count add primary key (system_id, department_id, location_id, kind, mandate_id, rival_id, second_id);
create index cover_count_location on cover_count (location_id);
create index cover_count_department on cover_count (department_id);
delete from cover_counted;   -- counted anew at once
