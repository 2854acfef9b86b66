-- What was done for a mandate: a row for each question and day, help moment or own entry. A number of the question at
-- most, nothing of what it was about, and no time of day: when the week is over the last trace of that goes as well.
create table work (
  id                bigint generated always as identity primary key,
  mandate_id        bigint not null references mandate,
  person_id         bigint not null,
  day               date not null,
  kind              text not null check (kind in ('question', 'help_moment', 'round', 'call', 'other')),
  subject           bigint,                                  -- number of the question or help moment; null: an own entry
  seconds           int not null check (seconds between 0 and 86400),     -- as computed, or as first written
  corrected_minutes int check (corrected_minutes between 0 and 1440),     -- what the power user made of it
  minutes           int not null generated always as (coalesce(corrected_minutes, (seconds + 59) / 60)) stored,
  counts            boolean not null default true,           -- false: on a day they were away
  note              text not null default '',
  last_at           timestamptz,                             -- of the last act in a question, until the week is closed
  unique (person_id, kind, subject, day)
);
create index on work (mandate_id, day);
create index on work (person_id, day);
create index on work (day);

-- One total a week for each mandate, kept up with each piece: routing asks for it at every question.
create table work_week (
  mandate_id     bigint not null references mandate,
  week           date not null check (extract(isodow from week) = 1),     -- its Monday
  minutes        int not null default 0,
  agreed_minutes int,             -- for the days they were there; null: no fixed hours, or there on no day
  primary key (mandate_id, week)
);
create index on work_week (week);

-- Which weeks are over and counted. The first was closed without counting: before it nothing was noted.
create table closed_week (
  week      date primary key,
  closed_at timestamptz not null
);

-- "More time or less work?", asked of the line manager after three weeks over, and what they chose.
create table over_question (
  mandate_id  bigint primary key references mandate,
  week        date not null,                       -- the last of the three
  told_at     timestamptz not null,
  answer      text check (answer in ('share', 'talk')),
  answered_by bigint,
  answered_at timestamptz
);

-- Hours of each week in which somebody is not asked, by the organisation's wall clock.
create table quiet_hours (
  person_id  bigint not null,
  weekday    smallint not null check (weekday between 1 and 7),      -- 1: Monday
  from_time  time not null,
  until_time time not null check (until_time > from_time),
  primary key (person_id, weekday, from_time)
);

alter table mandate add talk_asked_at timestamptz;   -- the power user asks for a talk, since then

create view pub_spent_week as select mandate_id, week from work_week where minutes >= agreed_minutes;
create view pub_quiet_hours as select person_id, weekday, from_time, until_time from quiet_hours;
