-- What an import may change of a person: compared, kept and restored as one value.
create type directory_entry as (
  employee_number text,
  email           citext,
  name            text,
  function        text,
  department_id   bigint,
  location_id     bigint,
  manager_id      bigint,
  language        text,
  phone           text,
  contract_hours  numeric(5, 2),
  active          boolean,
  left_at         timestamptz
);

create function entry_of(p person) returns directory_entry language sql stable as $$
  select row(p.employee_number, p.email, p.name, p.function, p.department_id, p.location_id, p.manager_id,
             p.language, p.phone, p.contract_hours, p.active, p.left_at)::people.directory_entry
$$;

create table import_run (
  id             bigint generated always as identity primary key,
  by_id          bigint not null,
  file_name      text not null,
  -- 'checking' and 'applying' are at work and hold the import lock: found without it, they were cut off.
  state          text not null check (state in ('received', 'checking', 'checked', 'applying', 'done', 'refused', 'undone')),
  progress       int not null default 0 check (progress between 0 and 100),
  refusal        text,              -- why it was refused, as a key
  refusal_detail text,
  people_before  int,               -- active persons when checked: what the share of leavers is taken of
  rows           int not null default 0,
  joiners        int not null default 0,
  movers         int not null default 0,
  leavers        int not null default 0,
  unchanged      int not null default 0,
  bad            int not null default 0,
  -- The run that had last changed the directory when this one was checked; another since makes it stale.
  checked_after  bigint,
  received_at    timestamptz not null,
  checked_at     timestamptz,
  applied_at     timestamptz,
  undone_at      timestamptz
);
create index on import_run (applied_at desc) where applied_at is not null;

-- The file as it was handed in, until the run is over: any node can read it again under another mapping.
create table import_file (
  run_id bigint not null references import_run on delete cascade,
  seq    int not null,
  bytes  bytea not null,
  primary key (run_id, seq)
);

-- The rows of the one run that is being checked, emptied before and after. Negative lines are people whom
-- a bad row or the importer's own absence keeps as they are: they hold their numbers and addresses.
create unlogged table import_line (
  line            int not null,
  employee_number text,
  email           citext,
  name            text,
  function        text,
  department      text,
  location        text,
  manager         text,             -- an employee number, or an address
  language        text,
  phone           text,
  contract_hours  numeric(5, 2),
  active          boolean not null,
  bad             boolean not null,
  person_id       bigint,           -- whom it is about; for a newcomer the id they will get
  joins           boolean not null default false
);

-- Whom a manager column can mean: by number, and by address for organisations without numbers.
create view import_reference as
select ref, max(person_id) as person_id, bool_or(active) as active
  from (select employee_number as ref, person_id, active from import_line where employee_number is not null
        union all
        select lower(email::text), person_id, active from import_line where email is not null) known
 group by ref;

create table import_bad_row (
  run_id      bigint not null references import_run on delete cascade,
  line        int not null,
  column_name text,
  reason      text not null,
  value       text not null
);
create index on import_bad_row (run_id, line);

-- Departments and locations that a run brings, under the ids they get.
create table import_place (
  run_id    bigint not null references import_run on delete cascade,
  kind      text not null check (kind in ('department', 'location')),
  id        bigint not null,
  parent_id bigint,
  name      text not null,
  path      text not null,
  depth     int not null,
  primary key (run_id, kind, id)
);

-- Only the differences: the preview, what is written, and the image that undo restores.
create table import_change (
  run_id    bigint not null references import_run on delete cascade,
  person_id bigint not null,
  kind      text not null check (kind in ('join', 'return', 'move', 'leave')),
  line      int,
  before    directory_entry,
  after     directory_entry not null,
  primary key (run_id, person_id)
);
create index on import_change (run_id, kind, person_id);

-- Sign-ins that a run ended, so that its undo gives back those and no others.
create table import_revocation (
  run_id     bigint not null references import_run on delete cascade,
  sign_in_id bigint not null references sign_in on delete cascade,
  primary key (run_id, sign_in_id)
);
