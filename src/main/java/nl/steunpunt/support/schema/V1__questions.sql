-- One person's call for help. Who holds it, its step in the route and the next timed step are here;
-- the conversation and the route so far are beside it.
create table question (
  id            bigint generated always as identity primary key,
  asker_id      bigint not null,
  filed_by_id   bigint not null,     -- differs from the asker when asked on behalf
  system_id     bigint not null,
  topic_id      bigint,
  text          text not null,
  status        text not null check (status in ('open', 'with_power_user', 'with_helpdesk', 'solved', 'closed')),
  outcome       text not null default 'none' check (outcome in ('none', 'potential', 'confirmed', 'withdrawn')),
  power_user_id bigint,              -- who has it now, while with_power_user; who answered, when solved or closed
  taken_at      timestamptz,         -- the power user said "mine": silence no longer moves it on
  stuck_until   timestamptz,         -- "I can't go on", and by when it must be over
  stuck         boolean not null default false,
  asked_at      timestamptz not null,
  waiting_since timestamptz,         -- since when the ball is with power user or desk; null: with the asker
  changed_at    timestamptz not null,
  next_step     text,                -- the timed step that comes if nobody does anything, and when
  next_at       timestamptz,
  next_person_id bigint,             -- who would get it then, as far as could be seen when planned
  snoozed_until timestamptz,
  desk_since    timestamptz,         -- when the helpdesk first got it: from then on the desk may see it
  origin        text not null default 'asked' check (origin in ('asked', 'on_behalf', 'desk_first')),
  version       int not null default 0
);
create index on question (asker_id, id desc);
create index on question (power_user_id, waiting_since) where status = 'with_power_user';
create index question_open on question (status, id) where status in ('open', 'with_power_user', 'with_helpdesk');
create index on question (next_at) where next_at is not null;
create index question_at_desk on question (desk_since) where status = 'with_helpdesk';

-- The route so far: each stop explains itself. Never changed.
create table step (
  question_id bigint not null references question on delete cascade,
  seq         int not null,
  kind        text not null,
  person_id   bigint,                -- who got it or did it
  reasons     text not null default '',   -- words with a space between: 'primary same_floor'
  at          timestamptz not null,
  primary key (question_id, seq)
);

-- Who may see a question, beside its asker: all who ever held it, a second chair, who filed it.
create table participant (
  question_id  bigint not null references question on delete cascade,
  person_id    bigint not null,
  role         text not null check (role in ('asker', 'filer', 'power_user', 'second_chair', 'desk')),
  joined_at    timestamptz not null,
  read_up_to   bigint not null default 0,   -- the last message this person has seen
  primary key (question_id, person_id)
);
create index on participant (person_id, question_id);

create table message (
  id          bigint generated always as identity primary key,
  question_id bigint not null references question on delete cascade,
  author_id   bigint not null,
  client_id   uuid not null,         -- made by the client: a retry or an echo shows once
  kind        text not null default 'said' check (kind in ('said', 'answer', 'why', 'tried', 'advice')),
  text        text not null,
  written_at  timestamptz not null,
  edited_at   timestamptz,
  unique (question_id, client_id)
);
create index on message (question_id, id);
