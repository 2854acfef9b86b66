with recursive
-- Not the number itself: how far these trees go is guessed from it a little otherwise for each, and the twenty tables
-- would be planned anew each time for the sake of that guess.
asked (id) as materialized (select cast(:mandate as bigint)),
departments (id) as (
  select r.ref_id from network.constituency_rule r where r.mandate_id = (select id from asked) and r.kind = 'department'
  union
  select d.id from departments above join people.pub_department d on d.parent_id = above.id
),
locations (id) as (
  select r.ref_id from network.constituency_rule r where r.mandate_id = (select id from asked) and r.kind = 'location'
  union
  select l.id from locations above join people.pub_location l on l.parent_id = above.id
),
chains (id) as (
  select r.ref_id from network.constituency_rule r where r.mandate_id = (select id from asked) and r.kind = 'manager'
  union
  select p.id from chains above join people.pub_person p on p.manager_id = above.id
),
served as materialized (
  -- Each by its own index, row by row ("offset 0"): how far down these trees go is not known beforehand, and guessed
  -- so high that all people would be read instead. "distinct on" as that sorts some hundreds, where a table of hashes
  -- would be laid out for as many as are guessed.
  select distinct on (mine.id) mine.id
    from (select p.* from departments d, lateral (
            select id from people.pub_active_person where department_id = d.id offset 0) p
          union all
          select p.* from locations l, lateral (
            select id from people.pub_active_person where location_id = l.id offset 0) p
          union all
          select p.* from chains c, lateral (
            select id from people.pub_active_person where manager_id = c.id offset 0) p
          union all
          select e.person_id from network.constituency_exception e where e.mandate_id = (select id from asked) and e.served) mine
   where mine.id <> (select person_id from network.mandate where id = (select id from asked))
     and not exists (select from network.constituency_exception e
                      where e.person_id = mine.id and e.mandate_id = (select id from asked) and not e.served)
   order by mine.id
),
-- Where somebody has nobody else by the last count, which is kept in the transaction that says who serves whom; and
-- whose mandates the power users there have: they ask each other, and are counted by themselves.
places (department, location, thin, own) as materialized (
  select d.id, null::bigint, c.thin, c.own
    from departments d, lateral (
      select bool_or(k.kind = 'hole' or k.kind = 'alone' and k.mandate_id = (select id from asked)) as thin,
             array_agg(k.mandate_id) filter (where k.kind = 'self') as own
        from network.cover_count k
       where k.department_id = d.id and k.system_id = (select system_id from network.mandate where id = (select id from asked))) c
  union all
  select null, l.id, c.thin, c.own
    from locations l, lateral (
      select bool_or(k.kind = 'hole' or k.kind = 'alone' and k.mandate_id = (select id from asked)) as thin,
             array_agg(k.mandate_id) filter (where k.kind = 'self') as own
        from network.cover_count k
       where k.location_id = l.id and k.system_id = (select system_id from network.mandate where id = (select id from asked))) c
),
-- Only these are looked up one by one: all others have two.
doubtful (id) as materialized (
  select p.id
    from places x, lateral (select id from people.pub_active_person where department_id = x.department offset 0) p
   where x.thin and x.department is not null
  union all
  select p.id
    from places x, lateral (select id from people.pub_active_person where location_id = x.location offset 0) p
   where x.thin and x.location is not null
  union all
  select m.person_id
    from places x, unnest(x.own) as o (mandate), lateral (
      select person_id from network.mandate where id = o.mandate offset 0) m
  union all
  select p.id
    from chains c, lateral (select id from people.pub_active_person where manager_id = c.id offset 0) p
  union all
  select e.person_id from network.constituency_exception e where e.mandate_id = (select id from asked) and e.served
)
select to_json(screen) from (
  select (select to_json(c) from (select %s %s where m.id = (select id from asked)) c) as card,
         (select count(*) from served) as reach,
         (select count(*) from (select id from served where id in (select id from doubtful) offset 0) v
           where (select true from network.constituency c
                   where c.person_id = v.id and c.mandate_id <> (select id from asked)
                     and c.system_id = (select system_id from network.mandate where id = (select id from asked)) limit 1) is null) as alone,
         (select coalesce(json_agg(h order by h.id desc), '[]') from (
           select st.id, st.kind, who.name as by, whom.name as about, st.share_percent as share, st.contract_hours,
                  w.text as words, st.at
             from network.mandate_step st
             left join people.pub_person who on who.id = st.by_id
             left join people.pub_person whom on whom.id = st.about_id
             left join network.mandate_words w on w.step_id = st.id
            where st.mandate_id = (select id from asked)) h) as history
   where exists (select from network.mandate where id = (select id from asked))) screen
