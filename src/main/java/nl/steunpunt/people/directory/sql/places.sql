-- The {place}s of one depth that the file names and nobody has yet. Capitals do not make another {place}.
with wanted as (
  select distinct on (key) lower(array_to_string(steps[1 : depth], '/')) as key,
         lower(array_to_string(steps[1 : depth - 1], '/')) as parent_key, steps[depth] as name
    from (select distinct string_to_array({place}, '/') as steps
            from people.import_line
           where line > 0 and active and not bad and {place} is not null) named,
         (select cast(:depth as int) as depth) at
   where cardinality(steps) >= depth
   order by key, name
), known as (
  select distinct on (lower(path)) id, path, lower(path) as key from people.{place} order by lower(path), id
), at_hand as (
  select id, path, key from known
  union all
  select id, path, lower(path) from people.import_place where run_id = :run and kind = '{place}'
)
insert into people.import_place (run_id, kind, id, parent_id, name, path, depth)
select :run, '{place}', nextval('people.{place}_id_seq'), parent.id, w.name,
       coalesce(parent.path || '/', '') || w.name, :depth
  from wanted w
  left join at_hand parent on parent.key = w.parent_key
 where not exists (select from at_hand here where here.key = w.key)
