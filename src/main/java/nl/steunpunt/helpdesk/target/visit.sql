-- How badly it hits is what the desk says of it, else what the asker and the issues say (helpdesk.severity_of). How many are
-- hit is helpdesk.reach_of.
select k.id as ticket, k.came_at, k.severity as said, q.stuck, helpdesk.severity_of(k.id, q.id) as weighed,
       helpdesk.reach_of(k.id, q.id) as reach, q.waiting_since, k.paused_at, k.paused_minutes, k.reacted_at, k.warn_at, k.told
  from helpdesk.ticket k
  join support.pub_question q on q.id = k.question_id and q.came_to_desk_at = k.came_at
 where k.question_id = :question and q.status = 'with_helpdesk'
