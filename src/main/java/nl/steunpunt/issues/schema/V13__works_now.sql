-- That it works now is what those say who were hit by it; that it is resolved is what is said by who mended it.
alter table issue drop constraint issue_status_check;
alter table issue add constraint issue_status_check
  check (status in ('reported', 'confirmed', 'in_progress', 'fix_planned', 'resolved', 'works_now', 'wont_fix'));

alter table issue
  add column severity text check (severity in ('minor', 'hinders', 'serious', 'stops')), -- null: nobody has weighed it
  add column planned_release text,                                                       -- null: not planned
  add column owner_id bigint,                                                            -- null: nobody's yet
  add column open boolean not null
    generated always as (status not in ('resolved', 'works_now', 'wont_fix')) stored;

-- What helps meanwhile, each time it was said anew. The newest is what people see, and stands in issue.workaround too,
-- where the lists read it; an empty one says that nothing helps any more.
create table workaround (
  issue_id   bigint not null references issue on delete cascade,
  version    int not null check (version > 0),
  text       text not null,
  written_by bigint not null,
  -- who lets people see it
  approved_by bigint not null,
  at         timestamptz not null,
  primary key (issue_id, version)
);
insert into workaround (issue_id, version, text, written_by, approved_by, at)
select id, 1, workaround, created_by, created_by, changed_at from issue where workaround is not null;

create or replace view pub_issue as
select id, system_id, topic_id, title, status, workaround, changed_at, severity, planned_release, owner_id, open, created_at
  from issue;
create view pub_linked_question as select issue_id, question_id from linked_question;
create index on linked_question (issue_id);
create index on issue (owner_id) where owner_id is not null;
