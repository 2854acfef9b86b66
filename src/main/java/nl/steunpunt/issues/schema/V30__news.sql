-- Something that who is hit by an issue should know: another status, a workaround, a plan. Of an issue the newest counts. Its notices
-- are made some thousands of people at a time: a node that dies leaves where it was, and another goes on from there.
create table news (
  id         bigint generated always as identity primary key,
  issue_id   bigint not null references issue on delete cascade,
  at         timestamptz not null,
  by_id      bigint,                        -- who did it, and need not be told; null: nobody, or their name was erased
  reopened   boolean not null default false,  -- because people said that it is not so: they know
  text_nl    text,                          -- what there is to tell, in the desk's words; null: as the issue itself says it
  text_en    text,
  spread_to  bigint not null default 0,     -- up to this person the notices are made
  spread_at  timestamptz                    -- all are made, or a newer one has taken its place; null: not yet
);
create index on news (issue_id, id desc);
create index news_to_spread on news (id) where spread_at is null;

-- Who is hit, and how they hear the newest news: from their power user, or else from the product. A row is told once.
create table hearing (
  issue_id      bigint not null references issue on delete cascade,
  person_id     bigint not null,
  news_id       bigint not null references news on delete cascade,
  state         text not null check (state in ('to_tell', 'told', 'heard', 'disputed')),
  product_at    timestamptz not null,       -- when the product tells, if nobody has by then
  power_user_id bigint,                     -- who told, or said that it is not so; null: nobody, or their name was erased
  primary key (issue_id, person_id)
);
create index on hearing (person_id);
create index on hearing (news_id);
create index hearing_due on hearing (product_at) where state = 'to_tell';

-- What a power user would rather say, until there is newer news.
create table own_words (
  news_id       bigint not null references news on delete cascade,
  power_user_id bigint not null,
  language      text not null,
  text          text not null,
  primary key (news_id, power_user_id, language)
);
create index on own_words (power_user_id);

-- "They say it is not so": for who tracks the issue.
create table dispute (
  id            bigint generated always as identity primary key,
  issue_id      bigint not null references issue on delete cascade,
  news_id       bigint not null references news on delete cascade,
  power_user_id bigint,                     -- null: their name was erased, or people said so themselves
  people        int not null,
  text          text not null,
  at            timestamptz not null
);
create index on dispute (issue_id, id desc);
create index on dispute (news_id);

-- Who said so themselves, by name: asked about it, or said "me too". A signal carries no name, and its sender's is not shown here either.
alter table me_too add column named boolean not null default false;
update me_too set named = true where question_id is not null;
