-- What became of the questions that were asked in these weeks, and what the helpdesk had to do.
with asked as (
  select q.id, q.asker_id, q.topic_id, q.topic_nl, q.topic_en,
         date_trunc('week', q.asked_at at time zone :zone)::date as week,
         case when q.origin = 'desk_first' then 'desk_first'
              when q.outcome = 'withdrawn' then 'withdrawn'
              when q.status in ('open', 'with_power_user', 'with_helpdesk') then 'running'
              when q.desk_since is not null then 'none'
              when q.outcome in ('confirmed', 'potential') then q.outcome
              else 'none' end as became
    from support.pub_question q
   where q.asked_at >= :from and q.asked_at < :until and (:system::bigint is null or q.system_id = :system)
),
twice as (
  select distinct s.question_id
    from asked a join support.pub_step s on s.question_id = a.id
   where a.became in ('confirmed', 'potential')
     and s.kind in ('passed', 'handed_on', 'moved_on', 'left', 'disputed', 'reopened', 'handed_over', 'to_helpdesk')
),
known as (
  select a.*, a.became in ('confirmed', 'potential') and t.question_id is null as first,
         nullif(concat_ws(' · ', nullif(split_part(w.path, '/', 1), ''), nullif(split_part(w.path, '/', 2), '')), '') as place
    from asked a
    left join twice t on t.question_id = a.id
    left join people.pub_person p on p.id = a.asker_id
    cross join lateral (values (case :by when 'location' then p.location_path else p.department_path end)) w (path)
),
tallies as (
  select case when grouping(k.week) = 0 then 'week' when grouping(k.topic_id) = 0 then 'topic'
              when grouping(k.place) = 0 then 'place' else 'all' end as dimension,
         k.week, k.topic_id, max(k.topic_nl) as topic_nl, max(k.topic_en) as topic_en, k.place,
         json_build_object(
           'confirmed', count(*) filter (where k.became = 'confirmed'),
           'potential', count(*) filter (where k.became = 'potential'),
           'none', count(*) filter (where k.became = 'none'),
           'running', count(*) filter (where k.became = 'running'),
           'withdrawn', count(*) filter (where k.became = 'withdrawn'),
           'desk_first', count(*) filter (where k.became = 'desk_first'),
           'first', count(*) filter (where k.first),
           'people', count(distinct k.asker_id),
           'few', case when count(distinct k.asker_id) < 5 then json_agg(distinct k.asker_id) else '[]' end) as tally
    from known k
   group by grouping sets ((), (k.week), (k.topic_id), (k.place))
),
-- Each whole week since the network began, also those in which nothing came to the desk.
begun as (
  select (date_trunc('week', min(q.asked_at) at time zone :zone) + interval '7 days')::date as monday
    from support.pub_question q
),
desk_weeks as (
  select w::date as week from begun b cross join lateral generate_series(greatest(b.monday, :deskFrom)::timestamp, :lastMonday::timestamp, interval '7 days') w
   where b.monday is not null
),
visits as (
  select date_trunc('week', q.desk_since at time zone :zone)::date as week, q.topic_nl, q.topic_en
    from support.pub_question q
   where q.desk_since is not null and q.asked_at >= :deskFrom::date - 60
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select t.tally from tallies t where t.dimension = 'all') as total,
         (select coalesce(json_agg(json_build_object('week', t.week, 'weeks', 1, 'tally', t.tally) order by t.week), '[]')
            from tallies t where t.dimension = 'week') as weeks,
         (select coalesce(json_agg(json_build_object('name', case :language when 'en' then t.topic_en else t.topic_nl end, 'tally', t.tally)), '[]')
            from tallies t where t.dimension = 'topic') as topics,
         (select coalesce(json_agg(json_build_object('name', t.place, 'tally', t.tally)), '[]')
            from tallies t where t.dimension = 'place') as places,
         (select coalesce(json_agg(json_build_object('week', w.week, 'baseline', w.baseline, 'tickets', w.tickets) order by w.week), '[]')
            from helpdesk.pub_history_week w where w.dimension = 'all') as imported,
         (select coalesce(json_agg(s order by s.tickets desc, s.name), '[]')
            from helpdesk.pub_history_sum s where s.dimension in ('all', 'category')) as sums,
         (select coalesce(json_agg(json_build_object('week', d.week, 'baseline', false, 'tickets',
                   (select count(*) from visits v where v.week = d.week)) order by d.week), '[]')
            from desk_weeks d) as desk) screen
