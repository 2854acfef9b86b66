-- What an issue has to do with outside the questions that belong to it: a ticket in another system, an idea.
create table pointer (
  id         bigint generated always as identity primary key,
  issue_id   bigint not null references issue on delete cascade,
  kind       text not null check (kind in ('ticket', 'idea')),
  title      text not null check (title <> ''),
  address    text,                    -- null: who reads the title knows where it is
  by_id      bigint not null,
  at         timestamptz not null,
  removed_at timestamptz              -- the last one that was removed can be put back
);
create index on pointer (issue_id);
create index on pointer (by_id);
create unique index pointer_once on pointer (issue_id, kind, coalesce(address, title)) where removed_at is null;
