-- The queue: who cannot go on first, then who waits longest, and last what waits for its asker.
with waiting as (
  select q.id, q.asker_id, q.power_user_id, q.topic_id, q.topic_nl, q.topic_en, q.text, q.stuck, q.stuck_until,
         q.origin, q.waiting_since, q.desk_since, d.id as taken_by, d.name as taken_by_name
    from support.pub_question q
    left join helpdesk.ticket k on k.question_id = q.id and k.came_at = q.came_to_desk_at
    left join people.pub_person d on d.id = k.taken_by and d.active and d.roles @> array['helpdesk']
   where q.status = 'with_helpdesk'
),
shown as (
  select w.*
    from waiting w
   where (:show = 'all' or (:show = 'mine' and w.taken_by = :me) or (:show = 'untaken' and w.taken_by is null))
     and (:topic::bigint is null or w.topic_id = :topic)
     and (:afterId::bigint is null
          or (not w.stuck, coalesce(w.waiting_since, 'infinity'), w.id)
           > (not :afterStuck::boolean, coalesce(:afterSince::timestamptz, 'infinity'), :afterId))
   order by not w.stuck, coalesce(w.waiting_since, 'infinity'), w.id
   limit :rows
)
select to_json(screen) from (
  select (select count(*) from waiting w where :topic::bigint is null or w.topic_id = :topic) as "all",
         (select count(*) from waiting w
           where w.taken_by is null and (:topic::bigint is null or w.topic_id = :topic)) as untaken,
         (select count(*) from waiting w
           where w.taken_by = :me and (:topic::bigint is null or w.topic_id = :topic)) as mine,
         (select coalesce(json_agg(t order by t.name_nl), '[]') from (
           select w.topic_id as id, w.topic_nl as name_nl, w.topic_en as name_en, count(*) as waiting
             from waiting w where w.topic_id is not null group by 1, 2, 3) t) as topics,
         (select coalesce(json_agg(i order by not i.stuck, coalesce(i.waiting_since, 'infinity'), i.id), '[]') from (
           select s.id, left(s.text, 200) as text, a.name as asker, a.department, s.topic_nl, s.topic_en,
                  p.name as power_user, s.taken_by_name as taken_by, coalesce(s.taken_by = :me, false) as mine,
                  s.stuck, s.stuck_until, s.origin = 'desk_first' as desk_first, s.waiting_since, s.desk_since,
                  (select left(tr.text, 200) from support.pub_tried tr
                    where tr.question_id = s.id order by tr.written_at desc limit 1) as tried,
                  (select coalesce(json_agg(o order by o.seq), '[]') from (
                    select min(st.seq) as seq, w.name,
                           exists (select from support.pub_step n
                                    where n.question_id = s.id and n.seq > max(st.seq) and n.kind = 'silent'
                                      and n.person_id = st.person_id) as silent
                      from support.pub_step st
                      join people.pub_person w on w.id = st.person_id
                     where st.question_id = s.id and st.kind = 'offered'
                     group by st.person_id, w.name) o) as route
             from shown s
             join people.pub_person a on a.id = s.asker_id
             left join people.pub_person p on p.id = s.power_user_id) i) as items) screen
