-- What the desk closed in these weeks, by topic, and how much of it a power user could have solved, as the desk said.
with closed as (
  select date_trunc('week', k.closed_at at time zone :zone)::date as week, coalesce(k.topic_id, q.topic_id) as topic_id,
         coalesce(k.could_power_user, false) as could, hashint8extended(q.asker_id, :salt) as asker
    from helpdesk.ticket k
    join support.pub_question q on q.id = k.question_id
   where k.closed_at >= :from and k.closed_at < :until and k.close_reason <> 'returned'
)
select json_build_object(
         'week', c.week, 'topic_id', c.topic_id, 'closed', count(*), 'could', count(*) filter (where c.could),
         'askers', coalesce((array_agg(distinct c.asker) filter (where c.could))[1 : 5], '{}'),
         'others', coalesce((array_agg(distinct c.asker) filter (where not c.could))[1 : 5], '{}'))
  from closed c
 group by c.week, c.topic_id
