-- "Does it work now?", asked of all who are hit when an issue is mended with a release; the newest answer of each person counts.
alter table news add column asks boolean not null default false;
create table works_answer (
  news_id   bigint not null references news on delete cascade,
  person_id bigint not null,
  works     boolean not null,
  text      text not null default '',       -- what they still see; shown without their name
  at        timestamptz not null,
  primary key (news_id, person_id)
);
create index on works_answer (person_id);
