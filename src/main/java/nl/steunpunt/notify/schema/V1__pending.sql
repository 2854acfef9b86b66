-- A person is owed one mail about a conversation, when the quiet spell is over. More that happens
-- until then changes nothing here: one mail per conversation and spell.
create table pending (
  person_id    bigint not null,
  conversation text not null,        -- 'question-7'
  since        timestamptz not null,
  due_at       timestamptz not null,
  primary key (person_id, conversation)
);
create index on pending (due_at);
