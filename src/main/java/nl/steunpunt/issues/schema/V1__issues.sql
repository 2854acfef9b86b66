-- Something wrong in the system that touches more than one person.
create table issue (
  id          bigint generated always as identity primary key,
  system_id   bigint not null,
  topic_id    bigint,
  title       text not null,
  description text not null default '',
  status      text not null check (status in ('reported', 'confirmed', 'in_progress', 'fix_planned', 'resolved', 'wont_fix')),
  workaround  text,
  created_by  bigint not null,
  created_at  timestamptz not null,
  changed_at  timestamptz not null
);

create table me_too (
  issue_id    bigint not null references issue on delete cascade,
  person_id   bigint not null,
  question_id bigint,
  at          timestamptz not null,
  primary key (issue_id, person_id)
);
create index on me_too (person_id);
create index on me_too (question_id) where question_id is not null;
create index on issue (status, id desc);

create view pub_issue as
select id, system_id, topic_id, title, status, workaround, changed_at from issue;
create view pub_me_too as select issue_id, person_id, question_id, at from me_too;
