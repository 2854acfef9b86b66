-- What became of the questions of each whole week, reckoned each night from the questions themselves: a million of them
-- counted anew for whoever looks would take seconds. Written anew as a whole.
create table outcome_week (
  week       date   not null,                    -- its Monday
  system_id  bigint not null,
  dimension  text   not null check (dimension in ('all', 'topic', 'department', 'location', 'desk')),
  topic_id   bigint,
  place      text,
  confirmed  int    not null,
  potential  int    not null,
  none       int    not null,
  running    int    not null,
  withdrawn  int    not null,
  desk_first int    not null,
  first      int    not null,
  visits     int    not null,                    -- of 'desk': what came to the helpdesk in that week
  -- Who asked, at most five of them: enough to tell whether groups together are five people. A number means the same
  -- person in all rows of one night, and nobody can say whom.
  askers     bigint[] not null
);
create index on outcome_week (dimension, week);

create table outcome_reckoned (
  one           boolean primary key default true check (one),
  at            timestamptz,                     -- null: never yet
  begun_on      date,                            -- the Monday after the first question of all
  claimed_until timestamptz                      -- by a node that is at it
);
insert into outcome_reckoned (one) values (true);

create view pub_outcome_week as
select week, system_id, dimension, topic_id, place, confirmed, potential, none, running, withdrawn, desk_first, first, visits,
       askers
  from outcome_week;
create view pub_outcome_reckoned as select at, begun_on from outcome_reckoned;
