-- A topic that rises beyond its usual week, from the morning on which that was seen until it is usual again.
create table topic_rise (
  id        bigint generated always as identity primary key,
  topic_id  bigint not null,
  -- of the five working days before that morning
  observed  int not null,
  expected  real not null,
  threshold real not null,
  began_on  date not null,
  ended_on  date
);
create unique index topic_rise_now on topic_rise (topic_id) where ended_on is null;
create index on topic_rise (began_on);

-- Up to which morning the topics were looked at.
create table topic_watch (watched_on date not null);
insert into topic_watch values ('2000-01-01');
create unique index topic_watch_one on topic_watch ((true));

create index on me_too (issue_id, at);
