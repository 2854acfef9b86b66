-- What may be suggested to somebody who types, with its whole text: it is indexed again when words or rules change.
create table suggestion (
  id        bigint generated always as identity primary key,
  kind      text not null check (kind in ('answer', 'issue')),
  ref_id    bigint not null,
  system_id bigint not null,
  topic_id  bigint,
  title     text not null,
  text      text not null,
  rules     int not null,        -- which synonyms and rules made its terms
  unique (kind, ref_id)
);

-- Which suggestion has which term, and how much it says about it (0 to 1). The system is here too, so that
-- choosing by it needs no second table.
create table suggestion_term (
  suggestion_id bigint not null references suggestion on delete cascade,
  term          text not null collate "C",
  weight        real not null,
  system_id     bigint not null,
  primary key (suggestion_id, term)
);
-- The suggestions that say most about a term come first, and are read from the index alone.
create index suggestion_term_best on suggestion_term (term, weight desc) include (suggestion_id, system_id);

-- In how many suggestions a term is: the rarer, the more it tells. The empty term counts the suggestions.
create table vocabulary (
  term text collate "C" primary key,
  df   int not null
);
create index vocabulary_trgm on vocabulary using gin (term gin_trgm_ops);
