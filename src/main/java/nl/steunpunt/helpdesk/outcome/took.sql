-- How long what came to the helpdesk took from opened to closed, in minutes: all of it, and of each topic what came in the blocks
-- in which that is told by its name. What went back to the power user is not done.
with visit as (
  select q.asker_id, coalesce(k.topic_id, q.topic_id) as topic_id,
         (date '1970-01-05' + 14 * (((k.came_at at time zone :zone)::date - date '1970-01-05') / 14)) as block,
         (extract(epoch from k.closed_at - k.came_at) / 60)::int as took
    from helpdesk.ticket k
    join support.pub_question q on q.id = k.question_id
   where k.came_at >= :from and k.came_at < :until and k.closed_at >= k.came_at
     and k.close_reason is distinct from 'returned'
),
named as (
  select v.asker_id, v.took, t.topic_id
    from visit v
    cross join lateral (
      select null::bigint as topic_id
      union all
      select v.topic_id where exists (select from helpdesk.outcome_visit_part p where p.block = v.block and p.topic_id = v.topic_id)) t
),
many as (
  select topic_id, count(*) as ended from named group by topic_id having count(distinct asker_id) >= 5
)
select n.topic_id, m.ended,
       percentile_disc(greatest(0, 0.5 - 0.98 / sqrt(m.ended))) within group (order by n.took) as took_low,
       percentile_disc(0.5) within group (order by n.took) as took,
       percentile_disc(least(1, 0.5 + 0.98 / sqrt(m.ended))) within group (order by n.took) as took_high
  from many m
  join named n on n.topic_id is not distinct from m.topic_id
 group by n.topic_id, m.ended
