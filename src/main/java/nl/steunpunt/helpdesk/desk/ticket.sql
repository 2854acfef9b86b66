select to_json(ticket) from (
  select q.id as question, q.status = 'with_helpdesk' as at_desk, d.id as taken_by_id,
         d.name as taken_by, coalesce(d.id = :me, false) as mine, p.name as before,
         e.name as closed_by, k.close_reason as closed,
         coalesce(k.could_power_user, false) as could_power_user,
         k.queue_id as queue,
         (select json_agg(u order by u.fallback desc, u.name_nl) from (
           select id, name_nl, name_en, fallback, 0 as waiting from helpdesk.queue where active) u) as queues,
         k.severity, q.stuck, coalesce(k.priority, 3) as priority, greatest(k.reach, 1) as reach,
         k.reacted_at is not null as reacted, k.due_at, k.warn_at,
         case when q.asker_id <> :me then
           (select coalesce(json_agg(n order by n.id), '[]') from (
             select n.id, w.name as author, n.author_id = :me as mine, n.text, n.written_at
               from helpdesk.note n join people.pub_person w on w.id = n.author_id
              where n.question_id = q.id) n) end as notes
    from support.pub_question q
    left join helpdesk.ticket k on k.question_id = q.id and k.came_at = q.came_to_desk_at
    left join people.pub_person d on d.id = k.taken_by and d.active and d.roles @> array['helpdesk']
    left join people.pub_person e on e.id = k.closed_by
    left join people.pub_person p on p.id = q.power_user_id
   where q.id = :question and q.desk_since is not null) ticket
