-- Contacts by week, and by topic, department or site of who asked. A contact is a question, however it came in.
with contact as (
  select date_trunc('week', q.asked_at at time zone 'Europe/Amsterdam')::date as week,
         case :by when 'topic' then coalesce(q.topic_id::text, '')
                  when 'department' then coalesce(split_part(p.department_path, '/', 1), '')
                  else coalesce(split_part(p.location_path, '/', 1), '') end as key,
         q.topic_nl, q.topic_en, q.asker_id, q.origin = 'desk_first' as first
    from support.pub_question q
    join people.pub_person p on p.id = q.asker_id
   where q.asked_at >= :from and q.system_id = :system
),
counted as (
  select week, key, max(topic_nl) as topic_nl, max(topic_en) as topic_en, count(*) as contacts,
         count(*) filter (where first) as first, count(distinct asker_id) as people
    from contact group by week, key
)
select to_json(screen) from (
  select (select coalesce(json_agg(w order by w.week), '[]') from (
            select week, count(*) as contacts, count(*) filter (where first) as first,
                   count(distinct asker_id) as people
              from contact group by week) w) as total,
         (select coalesce(json_agg(g order by g.contacts desc, g.key), '[]') from (
            select key, max(topic_nl) as name_nl, max(topic_en) as name_en, sum(contacts) as contacts,
                   json_agg(json_build_object('week', week, 'contacts', contacts, 'first', first, 'people', people)
                            order by week) as weeks
              from counted group by key) g) as groups) screen
