-- What came to the helpdesk in these weeks, each time counted under "none", for a part is told by the sum of what it holds. About
-- what it was is for the desk to say; where it does not, what its asker said counts.
with visited as (
  select date_trunc('week', q.desk_since at time zone :zone)::date as week, q.system_id,
         coalesce((select k.topic_id from helpdesk.ticket k where k.question_id = q.id order by k.came_at desc limit 1),
                  q.topic_id) as topic_id,
         hashint8extended(q.asker_id, :salt) as asker
    from support.pub_question q
   where q.desk_since >= :from and q.desk_since < :until
     and q.asked_at >= :from::timestamptz - interval '60 days' and q.asked_at < :until
)
select json_build_object(
         'week', v.week, 'system_id', v.system_id, 'topic_id', v.topic_id,
         'counts', json_build_object('confirmed', 0, 'potential', 0, 'none', count(*), 'running', 0, 'withdrawn', 0,
                                     'desk_first', 0, 'first', 0),
         'askers', (array_agg(distinct v.asker))[1 : 5])
  from visited v
 group by v.week, v.system_id, v.topic_id
