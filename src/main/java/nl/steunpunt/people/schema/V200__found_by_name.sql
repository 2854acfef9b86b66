-- Names as they are looked for: without accents, capitals and the signs between words, so that "yildiz" finds Yıldız and
-- "gebouw b 3" finds Utrecht/Gebouw B/3. Immutable, as a column that is made of it must be: unaccent's dictionary is named.
create function pub_fold(written text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
           lower(public.unaccent('public.unaccent'::regdictionary, written)), '[^[:alnum:]]+', ' ', 'g'));

alter table person add name_folded text not null generated always as (pub_fold(name)) stored;
alter table department add path_folded text not null generated always as (pub_fold(path)) stored;
alter table location add path_folded text not null generated always as (pub_fold(path)) stored;
create index person_name_folded on person using gin (name_folded gin_trgm_ops);
create index department_path_folded on department using gin (path_folded gin_trgm_ops);
create index location_path_folded on location using gin (path_folded gin_trgm_ops);

-- Whose name, or which place's, has a word that begins like this; when there are hardly any, also what looks like it
-- (near). A function, because how alike is enough belongs to it alone: with this "Faitma" finds Fatima.
create function pub_found(typed text, most int)
  returns table (kind text, id bigint, name text, about text, near boolean, place int)
  language sql stable
  set pg_trgm.word_similarity_threshold = 0.28
as $$
  with sought as materialized (
    select people.pub_fold(typed) as text
  ),
  exactly as materialized (
    (select 'person' as kind, p.id, p.name, 1 as sort, p.name_folded not like s.text || '%' as later, p.name_folded as line
       from sought s
       join people.person p on p.name_folded like s.text || '%' or p.name_folded like '% ' || s.text || '%'
      where p.active and s.text <> ''
      order by later, p.name_folded, p.id limit most)
    union all
    (select 'department', d.id, d.name, 2, d.path_folded not like s.text || '%', lpad(d.depth::text, 4, '0') || d.path_folded
       from sought s
       join people.department d on d.path_folded like s.text || '%' or d.path_folded like '% ' || s.text || '%'
      where s.text <> ''
      order by 6, d.id limit most)
    union all
    (select 'location', l.id, l.name, 3, l.path_folded not like s.text || '%', lpad(l.depth::text, 4, '0') || l.path_folded
       from sought s
       join people.location l on l.path_folded like s.text || '%' or l.path_folded like '% ' || s.text || '%'
      where s.text <> ''
      order by 6, l.id limit most)
  ),
  alike as (
    (select 'person' as kind, p.id, p.name, 1 as sort, 1 - word_similarity(s.text, p.name_folded) as far
       from sought s join people.person p on s.text <% p.name_folded
      where p.active and length(s.text) > 2 and (select count(*) from exactly) < 3
      order by far, p.name_folded, p.id limit most)
    union all
    (select 'department', d.id, d.name, 2, 1 - word_similarity(s.text, d.path_folded) as far
       from sought s join people.department d on s.text <% d.path_folded
      where length(s.text) > 2 and (select count(*) from exactly) < 3
      order by far, d.depth, d.path_folded limit most)
    union all
    (select 'location', l.id, l.name, 3, 1 - word_similarity(s.text, l.path_folded) as far
       from sought s join people.location l on s.text <% l.path_folded
      where length(s.text) > 2 and (select count(*) from exactly) < 3
      order by far, l.depth, l.path_folded limit most)
  ),
  found as (
    select kind, id, name, false as near, row_number() over (order by sort, later, line, id)::int as place from exactly
    union all
    select kind, id, name, true, (100 + row_number() over (order by far, sort, name, id))::int from alike
     where (kind, id) not in (select kind, id from exactly)
  )
  select f.kind, f.id, f.name,
         case f.kind when 'person' then concat_ws(' · ', p.function, pd.name)
                     when 'department' then d.path
                     else l.path end,
         f.near, f.place
    from found f
    left join people.person p on f.kind = 'person' and p.id = f.id
    left join people.department pd on pd.id = p.department_id
    left join people.department d on f.kind = 'department' and d.id = f.id
    left join people.location l on f.kind = 'location' and l.id = f.id
$$;
