-- The one place that says how badly it hits: what the desk says of it, else what the asker said. An issue's severity belongs
-- here as soon as issues have one. How many are hit is helpdesk.reach_of.
select k.id as ticket, k.came_at, k.severity as said, q.stuck, helpdesk.reach_of(k.id, q.id) as reach,
       q.waiting_since, k.paused_at, k.paused_minutes, k.reacted_at, k.warn_at, k.told
  from helpdesk.ticket k
  join support.pub_question q on q.id = k.question_id and q.came_to_desk_at = k.came_at
 where k.question_id = :question and q.status = 'with_helpdesk'
