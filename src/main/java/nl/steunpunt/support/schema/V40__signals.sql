-- Discontent that asks no help. It is heard by a power user, and its sender hears what became of it.
create table signal (
  id            bigint generated always as identity primary key,
  sender_id     bigint,              -- null: heard on the floor, and nobody's name was noted
  named         boolean not null default false,  -- whether the power user may see who sent it
  heard_by_id   bigint,              -- the power user who noted it on the floor
  power_user_id bigint,              -- whose it is; null: nobody serves this person, the network lead has it
  system_id     bigint not null,
  topic_id      bigint,
  department_id bigint not null,     -- where it was felt
  location_id   bigint,
  text          text not null,
  state         text not null check (state in ('sent', 'heard', 'answered', 'became_question', 'became_issue', 'left')),
  reply         text,                -- the answer, or the reason it was left
  question_id   bigint,
  issue_id      bigint,
  sent_at       timestamptz not null,
  changed_at    timestamptz not null,
  check (state <> 'left' or reply is not null)
);
create index on signal (power_user_id, state, id desc);
create index on signal (sender_id, id desc);
create index signal_unheard on signal (id) where state in ('sent', 'heard');

-- For the boards of lead and insight: never who.
create view pub_signal as
select id, system_id, topic_id, department_id, location_id, state, sent_at, power_user_id from signal;
