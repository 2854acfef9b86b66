-- What became of the questions that were asked in these weeks, as finely as parts are made of it.
with asked as (
  select q.id, q.asker_id, q.system_id, q.topic_id, date_trunc('week', q.asked_at at time zone :zone)::date as week,
         case when q.origin = 'desk_first' then 'desk_first'
              when q.outcome = 'withdrawn' then 'withdrawn'
              when q.status in ('open', 'with_power_user', 'with_helpdesk') then 'running'
              when q.desk_since is not null then 'none'
              when q.outcome in ('confirmed', 'potential') then q.outcome
              else 'none' end as became
    from support.pub_question q
   where q.asked_at >= :from and q.asked_at < :until
),
twice as (
  select distinct s.question_id
    from asked a join support.pub_step s on s.question_id = a.id
   where a.became in ('confirmed', 'potential')
     and s.kind in ('passed', 'handed_on', 'moved_on', 'left', 'disputed', 'reopened', 'handed_over', 'to_helpdesk')
),
known as (
  select a.week, a.system_id, a.topic_id, a.became, hashint8extended(a.asker_id, :salt) as asker,
         a.became in ('confirmed', 'potential') and t.question_id is null as first,
         nullif(concat_ws(' · ', nullif(split_part(p.department_path, '/', 1), ''), nullif(split_part(p.department_path, '/', 2), '')), '') as department,
         nullif(concat_ws(' · ', nullif(split_part(p.location_path, '/', 1), ''), nullif(split_part(p.location_path, '/', 2), '')), '') as location
    from asked a
    left join twice t on t.question_id = a.id
    left join people.pub_person p on p.id = a.asker_id
)
select json_build_object(
         'week', k.week, 'system_id', k.system_id, 'topic_id', k.topic_id, 'department', k.department, 'location', k.location,
         'counts', json_build_object(
           'confirmed', count(*) filter (where k.became = 'confirmed'),
           'potential', count(*) filter (where k.became = 'potential'),
           'none', count(*) filter (where k.became = 'none'),
           'running', count(*) filter (where k.became = 'running'),
           'withdrawn', count(*) filter (where k.became = 'withdrawn'),
           'desk_first', count(*) filter (where k.became = 'desk_first'),
           'first', count(*) filter (where k.first)),
         'askers', (array_agg(distinct k.asker))[1 : 5])
  from known k
 group by k.week, k.system_id, k.topic_id, k.department, k.location
