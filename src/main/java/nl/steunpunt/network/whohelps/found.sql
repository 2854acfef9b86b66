-- People, departments and places by name, and systems and topics; those that only look like it when hardly anything is it.
with
  sought as materialized (
    select people.pub_fold(:typed) as text
  ),
  named as materialized (
    select 'system' as kind, s.id, s.name, s.name as name_en, '' as about, people.pub_fold(s.name) as folded
      from network.pub_system s where s.active
    union all
    select 'topic', t.id, t.name_nl, t.name_en, s.name, people.pub_fold(t.name_nl || ' ' || t.name_en)
      from network.pub_topic t join network.pub_system s on s.id = t.system_id and s.active
     where t.active
  ),
  ours as materialized (
    select n.*, not (n.folded like s.text || '%' or n.folded like '% ' || s.text || '%') as near,
           word_similarity(s.text, n.folded) as alike
      from named n cross join sought s
     where s.text <> ''
       and (n.folded like s.text || '%' or n.folded like '% ' || s.text || '%'
            or (length(s.text) > 2 and word_similarity(s.text, n.folded) > 0.4))
  ),
  every as materialized (
    select kind, id, name, name as name_en, about, near, place from people.pub_found(:typed, :most)
    union all
    (select kind, id, name, name_en, about, near, (case when near then 150 else 50 end + row_number() over (order by near, alike desc, kind, name))::int
       from ours limit :most)
  )
select to_json(it) from (
  select coalesce((select json_agg(f order by f.near, f.place) from (
           select e.*, ph.version as photo
             from every e
             left join network.photo ph on e.kind = 'person' and ph.person_id = e.id
                   and exists (select from network.mandate m where m.person_id = e.id and m.state in ('provisional', 'active'))
            where not e.near or (select count(*) from every x where not x.near) < 3) f), '[]') as found) it
