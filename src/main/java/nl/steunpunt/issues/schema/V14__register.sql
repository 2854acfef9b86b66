-- The words of an issue as they stand there and by their Dutch and English stems: what is searched in the register.
alter table issue add column words tsvector
  generated always as (support.words_in(title || ' ' || description || ' ' || coalesce(workaround, ''))) stored;
create index issue_words on issue using gin (words);
-- A part of a compound word, and what is typed with an error, is looked for in the titles alone.
create index issue_title_trgm on issue using gin (title gin_trgm_ops);

-- A page of the register is the newest of what is asked for.
create index issue_now on issue (open, id desc);
create index on issue (topic_id, id desc);
create index on issue (system_id, id desc);
create index on issue (severity, id desc) where severity is not null;
create index on issue (planned_release, id desc) where planned_release is not null;
drop index issue_owner_id_idx;
create index on issue (owner_id, id desc) where owner_id is not null;

-- The words of titles, each once: what is typed with an error is held against these, which are few, and not against all
-- titles. None is ever taken away: what nobody has any more finds nothing.
create table title_word (word text primary key);
comment on table title_word is 'derived: from the titles';
create index title_word_trgm on title_word using gin (word gin_trgm_ops);

create function keep_title_words() returns trigger language plpgsql as $$
begin
  -- in order, so that two who report at once do not wait for each other in a circle
  insert into issues.title_word
  select word from unnest(tsvector_to_array(to_tsvector('simple', new.title))) as t (word)
   where length(word) between 4 and 40 and word ~ '^[[:alpha:]]+$'
   order by word
  on conflict do nothing;
  return null;
end $$;
create trigger keep_title_words after insert or update of title on issue
  for each row execute function keep_title_words();
insert into title_word
select distinct word from issue, unnest(tsvector_to_array(to_tsvector('simple', title))) as t (word)
 where length(word) between 4 and 40 and word ~ '^[[:alpha:]]+$';

-- What may have been meant: each of these words, or one of the four that look most like it; null when one of them looks
-- like nothing. A function, because how alike is enough belongs to it alone.
create function corrected(typed text[]) returns tsquery
  language sql stable
  set pg_trgm.similarity_threshold = 0.3
as $$
  select case when count(a.words) = count(*) then string_agg('(' || a.words || ')', ' & ')::tsquery end
    from unnest(typed) as t (word)
    left join lateral (
      select string_agg(quote_literal(alike.word), ' | ') as words
        from (select v.word from issues.title_word v
               where v.word % t.word order by similarity(v.word, t.word) desc, v.word limit 4) alike) a on true
$$;

-- A question to the register that somebody gave a name.
create table saved_view (
  id         bigint generated always as identity primary key,
  person_id  bigint not null,
  name       text not null check (name <> ''),
  -- the address behind the question mark
  query      text not null,
  saved_at   timestamptz not null,
  removed_at timestamptz             -- the last one that was removed can be put back
);
create unique index saved_view_name on saved_view (person_id, lower(name)) where removed_at is null;
create index on saved_view (person_id);
