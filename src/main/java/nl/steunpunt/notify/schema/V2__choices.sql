-- Each way to tell somebody owes by itself: mail waits for the quiet spell, a browser is told at once, a digest in the
-- morning. What a browser was told of stays here with told_at until its reader has looked: till then it hears nothing new.
alter table pending
  add column way text not null default 'mail',
  add column told_at timestamptz,
  alter column due_at drop not null,
  drop constraint pending_pkey,
  add primary key (person_id, conversation, way),
  add check ((due_at is null) = (told_at is not null));
create index on pending (told_at) where told_at is not null;

-- What somebody chose otherwise than the product does by itself; the rest follows the product when that changes.
create table choice (
  person_id bigint  not null,
  occasion  text    not null,        -- 'question_for_me'
  way       text    not null,        -- 'mail', 'push', 'digest'
  wanted    boolean not null,
  primary key (person_id, occasion, way)
);
