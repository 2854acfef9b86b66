, people as materialized (
  select mine.person_id, mine.system_id, mine.standing_in, p.name, p.department_id, p.department, p.location_id, p.location
    from mine join people.pub_person p on p.id = mine.person_id and p.active
), chosen as materialized (
  select person_id, system_id, name, standing_in from people
   where (:department::bigint is null or department_id = :department) and (:location::bigint is null or location_id = :location)
), hits as materialized (
  -- Who gave no name is in no place, and counts among five or more alone: subtracting places or deputies tells nothing of them.
  select m.issue_id, c.system_id, c.name, c.standing_in, m.named
    from chosen c
    join issues.me_too m on m.person_id = c.person_id
    join issues.issue i on i.id = m.issue_id and i.system_id = c.system_id
   where :issues and i.merged_into is null and (i.open or i.changed_at > :ended) and (i.changed_at, 'i' || i.id) < (:before::timestamptz, :key)
     and (m.named or not c.standing_in and :department::bigint is null and :location::bigint is null)
), issue_rows as (
  select 'issue' as kind, i.id, i.title, i.topic_id, i.system_id, i.status, i.status as next, null::bigint as holder_id,
         h.who, h.hit, null::text as text, i.planned_release, i.changed_at as since, 'i' || i.id as key
    from (select issue_id, who, case when nameless = 0 or served.first - named_first < 5 then named else named + nameless end as hit
            from (select issue_id, system_id, count(*) filter (where named)::int as named, count(*) filter (where not named)::int as nameless,
                         count(*) filter (where named and not standing_in)::int as named_first,
                         coalesce(json_agg(name order by name) filter (where named), '[]') as who
                    from hits group by issue_id, system_id) counted
            -- As issues.pub_nameless_told says it, of whom is read here anyway: asked for each issue it tripled what the page costs.
            left join (select system_id, count(*) as first from people where not standing_in group by system_id) served using (system_id)) h
    join issues.issue i on i.id = h.issue_id
   where h.hit > 0
   order by i.changed_at desc, 'i' || i.id desc limit :rows
), question_rows as (
  select 'question' as kind, q.id, left(q.text, 160) as title, q.topic_id, q.system_id, q.status,
         case when q.status = 'with_power_user' and q.waiting_since is null then 'with_asker' else q.status end as next,
         case when q.status = 'with_power_user' then q.power_user_id end as holder_id,
         json_build_array(c.name) as who, 1 as hit, q.text, null::text as planned_release, q.changed_at as since, 'q' || q.id as key
    from chosen c
    join support.pub_bounded_question q on q.asker_id = c.person_id and q.system_id = c.system_id
   where :questions and (q.status not in ('solved', 'closed') or q.changed_at > :ended)
     and (q.changed_at, 'q' || q.id) < (:before::timestamptz, :key)
   order by q.changed_at desc, 'q' || q.id desc limit :rows
), shown as (
  select * from (select * from issue_rows union all select * from question_rows) r order by since desc, key desc limit :rows
)
select json_build_object(
         'rows', coalesce((
           select json_agg(json_build_object(
                    'kind', r.kind, 'id', r.id, 'title', r.title, 'topic_nl', t.name_nl, 'topic_en', t.name_en, 'system', s.name,
                    'status', r.status, 'next', r.next, 'holder', p.name, 'who', r.who, 'hit', r.hit, 'text', r.text,
                    'planned_release', r.planned_release, 'since', r.since)
                    order by r.since desc, r.key desc)
             from shown r
             join network.pub_system s on s.id = r.system_id
             left join network.pub_topic t on t.id = r.topic_id
             left join people.pub_person p on p.id = r.holder_id), '[]'),
         'people', (select count(distinct person_id) from people),
         'standing_in', (select count(distinct person_id) from people where standing_in),
         'departments', coalesce((select json_agg(d order by d.name) from (
           select department_id as id, department as name, count(distinct person_id) as people from people group by 1, 2) d), '[]'),
         'locations', coalesce((select json_agg(l order by l.name) from (
           select location_id as id, location as name, count(distinct person_id) as people from people
            where location_id is not null group by 1, 2) l), '[]'))
