-- Help given in passing. No name of who was helped, and nobody else sees one power user's list.
create table help_moment (
  id            bigint generated always as identity primary key,
  power_user_id bigint not null,
  system_id     bigint not null,
  topic_id      bigint,
  department_id bigint not null,     -- where: the power user's own unless said otherwise
  location_id   bigint,
  minutes       int not null check (minutes between 1 and 480),
  note          text not null default '',
  helped_at     timestamptz not null
);
create index on help_moment (power_user_id, id desc);

create view pub_help_moment as
select id, power_user_id, system_id, topic_id, department_id, location_id, minutes, helped_at from help_moment;
