-- What is told is told once and stays, all of it: what is counted anew each night changes by one question at a time
-- (docs/adr/0320). Departments and locations come of one set of parts, or a location less the department that sits in it is one
-- asker (docs/adr/0323). What was told otherwise is counted anew.
drop view pub_outcome_span;
drop view pub_outcome_part;
drop view pub_outcome_visit;
drop view pub_outcome_reckoned;
drop table outcome_part;
drop table outcome_visit;

delete from outcome_span;
alter table outcome_span drop column kept;

create table outcome_part (
  block      date   not null,                    -- its first Monday; of two weeks
  dimension  text   not null check (dimension in ('system', 'topic', 'place')),
  system_id  bigint,
  topic_id   bigint,
  department text,                               -- null is what is told without a name, as are the others
  location   text,
  confirmed  int    not null,
  potential  int    not null,
  none       int    not null,
  running    int    not null,
  withdrawn  int    not null,
  desk_first int    not null,
  first      int    not null,
  unique nulls not distinct (block, dimension, system_id, topic_id, department, location)
);

-- What came to the helpdesk, by the week in which it came: of five who asked, or of nobody.
create table outcome_visit (
  first_week date primary key,
  weeks      int not null check (weeks > 0),
  visits     int not null
);

create table outcome_visit_part (
  block     date not null,
  system_id bigint,
  topic_id  bigint,                              -- null: what is told without a name
  visits    int  not null,
  unique nulls not distinct (block, system_id, topic_id)
);

-- How long that took, in minutes from opened to closed; written anew with each block.
create table outcome_visit_took (
  topic_id  bigint unique nulls not distinct,    -- null: all of it
  ended     int not null,
  took_low  int not null,
  took      int not null,                        -- the median
  took_high int not null
);

-- What the desk closed about a topic, and what of it a power user could have solved: each of five who asked, or the rest of nobody.
create table outcome_learned (
  topic_id   bigint,                             -- null: about none
  first_week date not null,
  weeks      int  not null check (weeks > 0),
  closed     int  not null,
  could      int  not null,
  unique nulls not distinct (topic_id, first_week)
);

alter table outcome_reckoned drop column begun_on;
alter table outcome_reckoned add column told_until date;  -- a Monday: the last block ended before it
update outcome_reckoned set at = null;

create view pub_outcome_span as
select first_week, weeks, confirmed, potential, none, running, withdrawn, desk_first, first from outcome_span;
create view pub_outcome_part as
select block, dimension, system_id, topic_id, department, location, confirmed, potential, none, running, withdrawn, desk_first, first
  from outcome_part;
create view pub_outcome_visit as select first_week, weeks, visits from outcome_visit;
create view pub_outcome_visit_part as select block, system_id, topic_id, visits from outcome_visit_part;
create view pub_outcome_visit_took as select topic_id, ended, took_low, took, took_high from outcome_visit_took;
create view pub_outcome_reckoned as select at, told_until from outcome_reckoned;
