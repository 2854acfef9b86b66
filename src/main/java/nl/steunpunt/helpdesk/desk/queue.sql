-- The queue: what must be reacted to or solved first, and last what waits for its asker.
with at_desk as (
  select q.id, q.asker_id, q.power_user_id, q.topic_id, q.topic_nl, q.topic_en, q.text, q.stuck, q.stuck_until,
         q.origin, q.waiting_since, q.desk_since, k.id as ticket_id, d.id as taken_by, d.name as taken_by_name,
         u.id as queue_id, u.name_nl as queue_nl, u.name_en as queue_en, u.fallback,
         coalesce(k.priority, 3) as priority, greatest(k.reach, 1) as reach, k.due_at, k.warn_at,
         coalesce(k.due_at, q.waiting_since, q.desk_since) as sort_at
    from support.pub_question q
    left join helpdesk.ticket k on k.question_id = q.id and k.came_at = q.came_to_desk_at
    left join helpdesk.queue u on u.id = coalesce(k.queue_id, (select id from helpdesk.queue where fallback))
    left join people.pub_person d on d.id = k.taken_by and d.active and d.roles @> array['helpdesk']
   where q.status = 'with_helpdesk'
     and not exists (select from helpdesk.ticket lead where lead.id = k.merged_into and lead.open)
),
waiting as (
  select a.* from at_desk a where :queue::bigint is null or a.queue_id = :queue
),
shown as (
  select w.*
    from waiting w
   where (:show = 'all' or (:show = 'mine' and w.taken_by = :me) or (:show = 'untaken' and w.taken_by is null)
          or (:show = 'near' and w.warn_at <= :now))
     and (:topic::bigint is null or w.topic_id = :topic)
     and (:afterId::bigint is null
          or (w.waiting_since is null, w.sort_at, w.id) > (:afterWithAsker::boolean, :afterSortAt::timestamptz, :afterId))
   order by w.waiting_since is null, w.sort_at, w.id
   limit :rows
)
select to_json(screen) from (
  select (select count(*) from waiting w where :topic::bigint is null or w.topic_id = :topic) as "all",
         (select count(*) from waiting w
           where w.taken_by is null and (:topic::bigint is null or w.topic_id = :topic)) as untaken,
         (select count(*) from waiting w
           where w.taken_by = :me and (:topic::bigint is null or w.topic_id = :topic)) as mine,
         (select count(*) from waiting w
           where w.warn_at <= :now and (:topic::bigint is null or w.topic_id = :topic)) as near,
         (select count(*) from helpdesk.letter where dead_at is not null) as undelivered,
         (select coalesce(json_agg(u order by u.fallback desc, u.name_nl), '[]') from (
           select u.id, u.name_nl, u.name_en, u.fallback,
                  (select count(*) from at_desk a where a.queue_id = u.id) as waiting
             from helpdesk.queue u where u.active) u) as queues,
         (select coalesce(json_agg(c order by c.title_nl), '[]') from (
           select id, title_nl, title_en from helpdesk.canned where active) c) as answers,
         (select coalesce(json_agg(c order by c.name_nl), '[]') from (
           select id, name_nl, name_en from helpdesk.macro where active) c) as macros,
         (select to_json(d) from (
           select l.id, l.kind, (select count(*) from helpdesk.deed_ticket t where t.deed_id = l.id) as tickets
             from helpdesk.deed l
            where l.by_id = :me and l.undone_at is null and l.done_at > :lately
              and exists (select from helpdesk.deed_ticket t where t.deed_id = l.id)
            order by l.id desc limit 1) d) as last,
         (select coalesce(json_agg(t order by t.name_nl), '[]') from (
           select w.topic_id as id, w.topic_nl as name_nl, w.topic_en as name_en, count(*) as waiting
             from waiting w where w.topic_id is not null group by 1, 2, 3) t) as topics,
         (select coalesce(json_agg(i order by i.waiting_since is null, i.sort_at, i.id), '[]') from (
           select s.id, left(s.text, 200) as text, a.name as asker, a.department, s.topic_nl, s.topic_en,
                  p.name as power_user, s.taken_by_name as taken_by, coalesce(s.taken_by = :me, false) as mine,
                  s.stuck, s.stuck_until, s.origin = 'desk_first' as desk_first, s.waiting_since, s.desk_since,
                  case when not s.fallback then s.queue_nl end as queue_nl,
                  case when not s.fallback then s.queue_en end as queue_en,
                  (select count(*) from helpdesk.ticket m where m.merged_into = s.ticket_id and m.open) as merged,
                  s.priority, s.reach, s.sort_at, s.due_at, s.warn_at,
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
