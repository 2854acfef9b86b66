-- What desk and power users say to each other to get an issue out of the world. Those who are hit do not read it.
create table solving_post (
  id          bigint generated always as identity primary key,
  issue_id    bigint not null references issue on delete cascade,
  author_id   bigint not null,
  kind        text not null check (kind in ('said', 'reproduced', 'proposed', 'works', 'fails')),
  text        text not null,
  at          timestamptz not null,
  -- of a proposed workaround
  decision    text check (decision in ('approved', 'declined')),
  decided_by  bigint,
  decided_at  timestamptz,
  reason      text,
  version     int,
  -- the sending of the form, so that a second click says it once
  sent_as     uuid,
  check ((decision is null) = (decided_by is null)),
  check (decision is null or kind = 'proposed')
);
create index on solving_post (issue_id, id desc);
create index on solving_post (author_id);
create index solving_post_waits on solving_post (issue_id) where kind = 'proposed' and decision is null;
create unique index solving_post_sent on solving_post (author_id, sent_as) where sent_as is not null;

-- Who helped to solve something and does not want their name in the text of a release.
create table unnamed (
  person_id bigint primary key,
  since     timestamptz not null
);
