-- What is done so that everybody knows their power user, around the day a system goes live. One at a time per system.
create table campaign (
  id        bigint generated always as identity primary key,
  system_id bigint not null,
  live_on   date not null,
  begun_by  bigint,                              -- null: the name was erased
  begun_at  timestamptz not null,
  ended_at  timestamptz
);
create unique index campaign_of_system on campaign (system_id) where ended_at is null;

create table step (
  id          bigint generated always as identity primary key,
  campaign_id bigint not null references campaign on delete cascade,
  kind        text not null check (kind in ('manager_mail', 'announcement', 'posters_up', 'desk_signs', 'intranet', 'reminder')),
  sort        int not null,
  planned_on  date not null,
  moved       boolean not null default false,    -- somebody chose the day: another day of going live leaves it alone
  state       text not null default 'planned' check (state in ('planned', 'skipped', 'done')),
  state_at    timestamptz,
  unique (campaign_id, kind)
);

-- The lead's own text of a step; the last holds. Without a title: the text of the product was put back.
create table step_text (
  id       bigint generated always as identity primary key,
  step_id  bigint not null references step on delete cascade,
  language text not null check (language in ('nl', 'en')),
  title    text,
  body     text,
  by_id    bigint,
  at       timestamptz not null,
  check ((title is null) = (body is null))
);
create index on step_text (step_id, language, id desc);

-- A step sent to an audience, with the text as it was then: who reads it later reads the same.
create table sending (
  id           bigint generated always as identity primary key,
  step_id      bigint not null references step on delete cascade,
  by_id        bigint,
  at           timestamptz not null,
  departments  bigint[] not null,                -- empty: all
  locations    bigint[] not null,                -- empty: all
  helped       boolean not null,                 -- only who has a power user for the system
  live_on      date not null,                    -- as its texts said then
  readers      int not null,
  forgotten_at timestamptz                       -- from then on it is no longer known who got it
);
create index on sending (step_id);
create index on sending (by_id);

create table sending_text (
  sending_id bigint not null references sending on delete cascade,
  language   text not null,
  title      text not null,
  body       text not null,
  primary key (sending_id, language)
);

-- Who gets a step, once whatever audience they are in. What waits is taken a few at a time, by any node.
create table step_reader (
  step_id    bigint not null references step on delete cascade,
  person_id  bigint not null,
  sending_id bigint not null references sending on delete cascade,
  state      text not null default 'waiting' check (state in ('waiting', 'mailed', 'left_out')),
  primary key (step_id, person_id)
);
create index on step_reader (sending_id, person_id) where state = 'waiting';
create index on step_reader (sending_id);
create index on step_reader (person_id);

-- Who wants no campaign mail that they can do without.
create table unsubscribed (
  person_id bigint primary key,
  at        timestamptz not null
);
