-- What the helpdesk did before, from the files of the system it worked in: the baseline that its load is held against.
-- No caller and no agent is read from them.
create table history_run (
  id             bigint generated always as identity primary key,
  by_id          bigint not null,
  file_name      text not null,
  -- 'checking' and 'applying' are at work and hold the import lock: found without it, they were cut off.
  state          text not null check (state in ('received', 'checking', 'checked', 'applying', 'done', 'refused', 'undone')),
  progress       int not null default 0 check (progress between 0 and 100),
  refusal        text,              -- why it was refused, as a key
  refusal_detail text,
  bytes          bigint not null default 0,   -- of the file, unzipped
  columns        text,              -- what each column of the file holds, in its order, with commas between
  date_order     text,
  rows           int not null default 0,
  tickets        int not null default 0,      -- rows folded by their number
  known          int not null default 0,      -- of these, in an earlier import too: the later one counts
  bad            int not null default 0,      -- rows
  first_opened   timestamptz,
  last_opened    timestamptz,
  received_at    timestamptz not null,
  checked_at     timestamptz,
  applied_at     timestamptz,
  undone_at      timestamptz,
  forgotten_at   timestamptz        -- since when its file and what was found wrong are gone
);

-- The file as it was handed in, zipped, until the run is over: any node can read it again under another mapping. It does not
-- refer to its run: that is in a backup and this is not, so the one is emptied for a restore without the other.
create table history_file (
  run_id bigint not null,
  seq    int not null,
  bytes  bytea not null,
  primary key (run_id, seq)
);
alter table history_file alter column bytes set storage external;
comment on table history_file is 'passing: it may name callers, and is gone within a day';

-- The rows of the one run that is being checked, emptied before and after.
create unlogged table history_line (
  line       int not null,
  number     text not null,
  opened_at  timestamptz not null,
  ended_at   timestamptz,
  changed_at timestamptz,
  category   text,
  topic      text,
  place      text,
  worked     int,                   -- minutes
  passed     int,                   -- how often it was passed on within the helpdesk
  reopened   int
);

create table history_bad_row (
  run_id      bigint not null references history_run on delete cascade,
  line        int not null,
  column_name text,
  reason      text not null,
  value       text not null
);
create index on history_bad_row (run_id, line);

create table history_ticket (
  run_id    bigint not null references history_run on delete cascade,
  number    text not null,
  opened_at timestamptz not null,
  ended_at  timestamptz,
  category  text,
  topic     text,
  place     text,
  worked    int,
  passed    int,
  reopened  int,
  primary key (run_id, number)
);
create index on history_ticket (number);

-- Counted anew with each import, undo and other border of the baseline. Weeks begin on Monday and are whole ones.
-- dimension 'all' has each week that the imports cover, also one without a ticket; the others have what there is.
create table history_week (
  week      date not null,
  dimension text not null check (dimension in ('all', 'category', 'topic', 'place')),
  name      text,                   -- null: all, or what is named nowhere
  baseline  boolean not null,
  tickets   int not null
);
create index on history_week (dimension, name, week);

create table history_sum (
  dimension   text not null,
  name        text,
  baseline    boolean not null,
  tickets     int not null,
  ended       int not null,         -- of which it is known how long they took, in minutes from opened to solved
  took_low    int,
  took        int,                  -- the median
  took_high   int,
  timed       int not null,         -- of which the time that was worked on them is known, in minutes
  worked_low  int,
  worked      int,
  worked_high int,
  contacts    int not null,         -- of which it is known whether they were passed on or came back
  first       int not null          -- of these, neither
);

create view pub_history_week as select week, dimension, name, baseline, tickets from history_week;
create view pub_history_sum as
select dimension, name, baseline, tickets, ended, took_low, took, took_high, timed, worked_low, worked, worked_high,
       contacts, first
  from history_sum;

-- What is being counted, before it takes the place of what was.
create unlogged table history_counted (
  week date, dimension text not null, name text, baseline boolean not null, tickets int not null, ended int not null,
  took_low int, took int, took_high int, timed int not null, worked_low int, worked int, worked_high int,
  contacts int not null, first int not null
);
