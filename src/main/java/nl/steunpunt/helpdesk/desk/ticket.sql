select to_json(ticket) from (
  select q.id as question, q.status = 'with_helpdesk' as at_desk, d.id as taken_by_id,
         d.name as taken_by, coalesce(d.id = :me, false) as mine, p.name as before,
         e.name as closed_by, k.close_reason as closed,
         coalesce(k.could_power_user, false) as could_power_user,
         k.queue_id as queue, coalesce(k.topic_id, q.topic_id) as topic,
         (select coalesce(json_agg(t order by t.name_nl), '[]') from (
           select id, name_nl, name_en, 0 as waiting from support.pub_topic where system_id = q.system_id and active) t) as topics,
         (select json_agg(u order by u.fallback desc, u.name_nl) from (
           select id, name_nl, name_en, fallback, 0 as waiting from helpdesk.queue where active) u) as queues,
         k.severity, k.weighed, q.stuck, coalesce(k.priority, 3) as priority, greatest(k.reach, 1) as reach,
         k.reacted_at is not null as reacted, k.due_at, k.warn_at,
         (select coalesce(json_agg(l order by l.kind, l.question), '[]') from (
           select r.kind, r.question_id as question, w.name as asker, r.open
             from (select 'merged_into' as kind, o.question_id, o.open from helpdesk.ticket o where o.id = k.merged_into
                   union all
                   select 'parent', o.question_id, o.open from helpdesk.ticket o where o.id = k.parent_id
                   union all
                   select 'split_from', o.question_id, o.open from helpdesk.ticket o where o.id = k.split_from
                   union all
                   select 'merged', o.question_id, o.open from helpdesk.ticket o where o.merged_into = k.id
                   union all
                   select 'part', o.question_id, o.open from helpdesk.ticket o where o.parent_id = k.id
                   union all
                   select 'split', o.question_id, o.open from helpdesk.ticket o where o.split_from = k.id) r
             join support.pub_question a on a.id = r.question_id
             join people.pub_person w on w.id = a.asker_id
            limit 40) l) as links,
         (select coalesce(json_agg(l), '[]') from (
           select o.id as question, w.name as asker, left(o.text, 80) as text
             from support.pub_question o join people.pub_person w on w.id = o.asker_id
            where o.status = 'with_helpdesk' and o.id <> q.id and (o.asker_id = q.asker_id or o.topic_id = q.topic_id)
            order by o.asker_id = q.asker_id desc, o.id desc limit 8) l) as likely,
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
