-- An issue that is the same as another one goes into it and leaves its number, which leads to the other from then on.
-- What it had stays its own, so that it can come out again as it went in; what the other one gets of it is noted.
alter table issue add column merged_into bigint references issue check (merged_into <> id);
create index on issue (merged_into) where merged_into is not null;

-- What went into another issue stops nobody any more by itself.
drop view pub_issue;
alter table issue drop column open;
alter table issue add column open boolean not null
  generated always as (merged_into is null and status not in ('resolved', 'works_now', 'wont_fix')) stored;
create index issue_now on issue (open, id desc);
create view pub_issue as
select id, system_id, topic_id, title, status, workaround, changed_at, severity, planned_release, owner_id, open,
       created_at, merged_into
  from issue;

create table merger (
  id        bigint generated always as identity primary key,
  gone_id   bigint not null references issue on delete cascade,
  kept_id   bigint not null references issue on delete cascade,
  by_id     bigint not null,
  at        timestamptz not null,
  undone_by bigint,
  undone_at timestamptz,
  check (gone_id <> kept_id)
);
-- In one other at a time.
create unique index merger_now on merger (gone_id) where undone_at is null;
create index on merger (kept_id);

-- Who follows the kept issue by a merger alone, and which question belongs to it by a merger alone.
create table carried_person (
  merger_id bigint not null references merger on delete cascade,
  person_id bigint not null,
  primary key (merger_id, person_id)
);
create table carried_question (
  merger_id   bigint not null references merger on delete cascade,
  question_id bigint not null,
  primary key (merger_id, question_id)
);
create index on carried_question (question_id);

-- An issue that came out of another one.
create table parting (
  issue_id bigint primary key references issue on delete cascade,
  from_id  bigint not null references issue on delete cascade,
  by_id    bigint not null,
  at       timestamptz not null
);
create index on parting (from_id);
