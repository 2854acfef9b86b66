-- What became of questions, in the smallest parts that may be told: each of five askers or more (docs/adr/0320). All that a screen
-- says is a sum of these, so that nothing smaller comes of taking one number, one screen or one day from another.
-- What is older than the blocks that are told is forgotten; what is newer than the last of them is written anew each night.
create table outcome_span (
  first_week date primary key,                   -- a Monday
  weeks      int    not null check (weeks > 0),  -- so many that five people asked in them
  kept       boolean not null,                   -- its block is told: it is not counted again
  confirmed  int    not null,
  potential  int    not null,
  none       int    not null,
  running    int    not null,
  withdrawn  int    not null,
  desk_first int    not null,
  first      int    not null
);

-- Of four weeks, by one thing. A block is told once, a week after it ended, and stays as it was told: who moves to another
-- department would else take what they asked along, from one number to the next.
create table outcome_part (
  block      date   not null,                    -- its first Monday
  dimension  text   not null check (dimension in ('system', 'topic', 'department', 'location')),
  system_id  bigint,
  topic_id   bigint,
  place      text,                               -- with topic and system: null is what is told without a name
  confirmed  int    not null,
  potential  int    not null,
  none       int    not null,
  running    int    not null,
  withdrawn  int    not null,
  desk_first int    not null,
  first      int    not null,
  unique nulls not distinct (block, dimension, system_id, topic_id, place)
);

-- What came to the helpdesk in each week: a count of work.
create table outcome_visit (
  week   date primary key,
  visits int not null
);

drop view pub_outcome_week;
drop table outcome_week;
update outcome_reckoned set at = null;

create view pub_outcome_span as
select first_week, weeks, confirmed, potential, none, running, withdrawn, desk_first, first from outcome_span;
create view pub_outcome_part as
select block, dimension, system_id, topic_id, place, confirmed, potential, none, running, withdrawn, desk_first, first
  from outcome_part;
create view pub_outcome_visit as select week, visits from outcome_visit;
