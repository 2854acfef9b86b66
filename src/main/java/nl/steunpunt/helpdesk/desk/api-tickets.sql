-- What is with the desk, in the order of its queue; or one ticket (:id), also when it has left, with its notes.
select json_build_object('ticket', t, 'sort_at', t.sort_at) from (
  select q.id, q.status, q.text, json_build_object('id', a.id, 'name', a.name) as asker, a.department,
         case :language when 'nl' then q.topic_nl else q.topic_en end as topic,
         case :language when 'nl' then u.name_nl else u.name_en end as queue,
         coalesce(k.priority, 3) as priority, k.severity, k.weighed, greatest(k.reach, 1) as reach, q.stuck,
         q.waiting_since is null as with_asker, k.due_at, coalesce(k.warn_at <= :now, false) as nearly_late,
         case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end as taken_by,
         q.origin = 'desk_first' as desk_first, lead.question_id as merged_into,
         coalesce(k.due_at, q.waiting_since, q.desk_since) as sort_at,
         case when :id::bigint is not null and q.asker_id <> :me then
           (select coalesce(json_agg(n order by n.id), '[]') from (
             select n.id, json_build_object('id', w.id, 'name', w.name) as author, n.text, n.written_at
               from helpdesk.note n join people.pub_person w on w.id = n.author_id
              where n.question_id = q.id) n) end as notes
    from support.pub_question q
    join people.pub_person a on a.id = q.asker_id
    left join helpdesk.ticket k on k.question_id = q.id and k.came_at = q.came_to_desk_at
    left join helpdesk.queue u on u.id = coalesce(k.queue_id, (select id from helpdesk.queue where fallback))
    left join helpdesk.ticket lead on lead.id = k.merged_into and lead.open
    left join people.pub_person d on d.id = k.taken_by and d.active and d.roles @> array['helpdesk']
   where (case when :id::bigint is null then q.status = 'with_helpdesk' else q.id = :id and q.desk_since is not null end)
     and (:queue::bigint is null or u.id = :queue)
     and (:show = 'all' or (:show = 'mine' and d.id = :me) or (:show = 'untaken' and d.id is null)
          or (:show = 'near' and k.warn_at <= :now))
     and (:afterId::bigint is null
          or (q.waiting_since is null, coalesce(k.due_at, q.waiting_since, q.desk_since), q.id)
           > (:afterWithAsker::boolean, :afterSortAt::timestamptz, :afterId))
   order by q.waiting_since is null, sort_at, q.id
   limit :rows) t
