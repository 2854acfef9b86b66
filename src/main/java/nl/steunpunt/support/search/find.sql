with typed as materialized (   -- a word, the words that begin with it, and those of the same Dutch or English stem
  select to_tsquery('simple', w || case when length(w) > 2 then ':*' else '' end)
           || to_tsquery('dutch', w || case when length(w) > 4 then ':*' else '' end)
           || to_tsquery('english', w || case when length(w) > 4 then ':*' else '' end) as word
    from unnest(:words::text[]) as w
), sought as materialized (
  select support.all_of(word) as whole, support.any_of(word) as partly from typed
), mine as (
  select q.id, q.status, q.text, q.changed_at as at,
         q.words || coalesce((select support.words_of(m.words) from support.message m where m.question_id = q.id), '')
           as words
    from support.participant p join support.question q on q.id = p.question_id
   where p.person_id = :me
), hits as (
  select 'question' as kind, m.id, m.status, m.text as title, m.at
    from mine m cross join sought s
   where m.words @@ s.whole
      or m.text ilike :part  -- a part of a compound: 'afsluiting' in 'maandafsluiting'
      or exists (select from support.message said where said.question_id = m.id and said.text ilike :part)
  union all
  select 'answer', a.id, null, a.title, a.changed_at
    from support.answer a cross join sought s
   where a.author_id = :me and (a.words @@ s.whole or a.title || ' ' || a.text || ' ' || a.why ilike :part)
), shown as (
  select * from hits
   where :at::timestamptz is null or (at, kind, id) < (:at::timestamptz, :kind, :id)
   order by at desc, kind desc, id desc
   limit :rows
)
select to_json(h)
  from (
    select h.kind, h.id, h.status, left(h.title, 160) as title, h.at,
           coalesce(ts_headline('dutch', place.text, s.partly, :headline), '') as excerpt
      from shown h
     cross join sought s
      left join lateral (
        select m.text, m.id from support.message m
         where h.kind = 'question' and m.question_id = h.id
            and (m.words @@ s.partly or m.text ilike :part)
        union all
        select a.text, 0 from support.answer a where h.kind = 'answer' and a.id = h.id
         order by id limit 1) place on true
     order by h.at desc, h.kind desc, h.id desc) h
