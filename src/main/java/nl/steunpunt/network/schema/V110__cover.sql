-- How many people are helped how, by department, place and power user: what each recompute of constituencies comes
-- to. The cover screen reads these few thousand rows; constituencies themselves are 400,000 in a large organisation.
create table cover_count (
  system_id     bigint not null,
  department_id bigint not null,
  location_id   bigint not null,     -- 0: no place of work
  kind          text not null check (kind in ('hole', 'alone', 'served', 'self')),
                                     -- hole: nobody first; alone: no deputy; self: power users themselves
  mandate_id    bigint not null,     -- who helps them first; of power users their own; 0: nobody
  rival_id      bigint not null,     -- the mandate that is equally near, and comes second for now; 0: none
  people        int not null check (people > 0),
  primary key (system_id, department_id, location_id, kind, mandate_id, rival_id)
);

-- Power users to users that the lead aims at; what is not there is usual: see the view below.
create table cover_target (
  system_id        bigint primary key references system,
  phase            text check (phase in ('go_live', 'settling', 'stable')),   -- null: follows from the day it went live
  go_live_from     int not null check (go_live_from between 1 and 1000),      -- people to one power user
  go_live_up_to    int not null check (go_live_up_to between go_live_from and 1000),
  settling_from    int not null check (settling_from between 1 and 1000),
  settling_up_to   int not null check (settling_up_to between settling_from and 1000),
  stable_up_to     int not null check (stable_up_to between 1 and 1000),
  knowers          int not null check (knowers between 1 and 20)              -- who know a critical topic, at least
);

alter table topic add critical boolean not null default true;

create view cover_aim as
select s.id as system_id, s.live_on, t.phase,
       coalesce(t.go_live_from, 15) as go_live_from, coalesce(t.go_live_up_to, 20) as go_live_up_to,
       coalesce(t.settling_from, 20) as settling_from, coalesce(t.settling_up_to, 40) as settling_up_to,
       coalesce(t.stable_up_to, 100) as stable_up_to, coalesce(t.knowers, 2) as knowers
  from system s left join cover_target t on t.system_id = s.id;

-- How often a department went to the helpdesk first and how often to a power user, over the last weeks. Counted anew
-- each day; numbers alone.
create table help_sought (
  system_id     bigint not null,
  department_id bigint not null,
  helpdesk      int not null,
  power_user    int not null,
  primary key (system_id, department_id)
);

-- When all of this was counted last, beside the counting at each recompute.
create table cover_counted (
  one        boolean primary key default true check (one),
  counted_at timestamptz not null
);
