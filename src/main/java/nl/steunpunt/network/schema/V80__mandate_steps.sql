-- Two words: stage is how far the agreement is, state what that comes to for routing.
alter table mandate drop constraint mandate_state_check;
alter table mandate add constraint mandate_state_check check (state in ('waiting', 'provisional', 'active', 'ended'));
alter table mandate alter started_at drop not null;      -- since when it serves; null until it first does
alter table mandate
  add stage text not null default 'candidate_agreed'
    check (stage in ('proposed', 'candidate_agreed', 'manager_asked', 'other_share', 'declined', 'agreed', 'renewal_due', 'ended')),
  add version int not null default 1,                    -- of what is asked: what a link and a form are bound to
  add asked_share int check (asked_share between 1 and 100),  -- in the open request, percent; share_percent is what holds
  add share_reason text,                                 -- why it is outside what is normal
  add ends_on date,                                      -- the last day; null: no period known
  add relief text,                                       -- what work is taken away in return
  add relief_by text,                                    -- and who takes it
  add asked_id bigint,                                   -- who decides: the manager above, or whom the lead chose
  add line_manager_id bigint,                            -- as the directory had it when that was decided
  add department_id bigint,                              -- likewise
  add asked_at timestamptz,                              -- when the one who is waited for was asked
  add reminders int not null default 0,                  -- sent since then; 3: the lead was told to call
  add asked_again boolean not null default false,        -- after a "no", which the lead may do once
  add agreed_by bigint,
  add agreed_at timestamptz,
  add agreed_manager_id bigint,                          -- the line manager then; another one is asked anew
  add agreed_department_id bigint,
  add grace_until timestamptz,                           -- a provisional mandate serves until then
  add ended_why text,
  add record_due text check (record_due in ('start', 'change', 'end')),   -- what HR is still to record
  add recorded_by bigint,
  add recorded_at timestamptz,
  add due_at timestamptz;                                -- when something next happens by itself

-- Those that stand keep what they are. The first look sets the grace period of the provisional ones, and notes
-- for whom the others work.
update mandate
   set stage = case state when 'active' then 'agreed' when 'ended' then 'ended' else 'candidate_agreed' end,
       record_due = case state when 'active' then 'start' end,
       due_at = case when state <> 'ended' then started_at end;

drop index mandate_current;
create unique index mandate_current on mandate (person_id, system_id) where stage <> 'ended';
create index mandate_due on mandate (due_at) where due_at is not null;
create index mandate_asked on mandate (asked_id) where stage in ('manager_asked', 'renewal_due');

-- What happened to a mandate. Never changed and never removed: the trigger below.
create table mandate_step (
  id            bigint generated always as identity primary key,
  mandate_id    bigint not null references mandate,
  version       int not null,
  kind          text not null,
  by_id         bigint,          -- null: by itself
  about_id      bigint,          -- whom: the manager who was asked
  share_percent int not null,
  ends_on       date,
  at            timestamptz not null
);
create index on mandate_step (mandate_id, id);

-- The reason somebody gave. Never changed; removed where a person's texts must be erased.
create table mandate_words (
  step_id bigint primary key references mandate_step,
  text    text not null
);

insert into mandate_step (mandate_id, version, kind, share_percent, at)
select id, 1, 'carried_over', share_percent, started_at from mandate;
insert into mandate_step (mandate_id, version, kind, share_percent, at)
select id, 1, 'ended', share_percent, ended_at from mandate where ended_at is not null;

create function never_rewritten() returns trigger language plpgsql as $$
begin
  -- A backup that is put back begins with emptying what is empty.
  if tg_op = 'TRUNCATE' and not exists (select from network.mandate_step) then
    return null;
  end if;
  raise exception '% is a history: it is only added to', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
create trigger mandate_step_stays before update or delete on mandate_step for each row execute function never_rewritten();
create trigger mandate_step_stays_whole before truncate on mandate_step for each statement execute function never_rewritten();
create trigger mandate_words_stay before update on mandate_words for each row execute function never_rewritten();

-- Who decides instead of a manager, from the first day to the last.
create table deputy_manager (
  manager_id bigint not null,
  deputy_id  bigint not null check (deputy_id <> manager_id),
  from_on    date not null,
  until_on   date not null check (until_on >= from_on),
  set_by     bigint not null,
  primary key (manager_id, deputy_id)
);
create index on deputy_manager (deputy_id);

-- Who wants to become a power user.
create table volunteer (
  person_id    bigint not null,
  system_id    bigint not null references system,
  why          text not null,
  volunteered_at timestamptz not null,
  primary key (person_id, system_id)
);

-- Whom a colleague already asks. One name per colleague and system; nobody ever sees who named whom.
create table nomination (
  nominator_id bigint not null,
  system_id    bigint not null references system,
  nominee_id   bigint not null check (nominee_id <> nominator_id),
  nominated_at timestamptz not null,
  primary key (nominator_id, system_id)
);
create index on nomination (system_id, nominee_id);
create index on nomination (nominated_at);

create or replace view pub_power_user as
select m.id as mandate_id, m.person_id, m.system_id, m.state, m.share_percent
  from mandate m
 where m.state in ('provisional', 'active');
