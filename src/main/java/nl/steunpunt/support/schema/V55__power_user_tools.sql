-- What is put aside comes back by itself.
create index on question (snoozed_until) where snoozed_until is not null;

create index on question (filed_by_id, id desc) where filed_by_id <> asker_id;

-- The words of a text as they stand there and by their Dutch and English stems. Made once, when it is written:
-- making them while somebody searches would cost more than all the rest of the search. No index on them: a
-- search is only over what the person took part in or wrote, and that is found by person.
create function words_in (text text) returns tsvector language sql immutable strict parallel safe
return to_tsvector('simple'::regconfig, text) || to_tsvector('dutch'::regconfig, text)
    || to_tsvector('english'::regconfig, text);

alter table question add column words tsvector generated always as (support.words_in(text)) stored;
alter table message add column words tsvector generated always as (support.words_in(text)) stored;
alter table answer add column words tsvector
  generated always as (support.words_in(title || ' ' || text || ' ' || why)) stored;

-- A question's words are those of all its messages; a search asks for all its words, or to show a place, for one.
create aggregate words_of (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');
create aggregate all_of (tsquery) (sfunc = tsquery_and, stype = tsquery);
create aggregate any_of (tsquery) (sfunc = tsquery_or, stype = tsquery);
