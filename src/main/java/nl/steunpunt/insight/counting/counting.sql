-- What became of the questions that were asked in these weeks, and what the helpdesk had to do, up to the last whole week that is reckoned.
with reckoned as (
  select r.at, r.begun_on, coalesce(least(date_trunc('week', r.at at time zone :zone)::date, :monday::date), :monday::date) as monday
    from helpdesk.pub_outcome_reckoned r
),
kept as (
  select v.kind, case v.kind when 'week' then o.week end as week, case v.kind when 'topic' then o.topic_id end as topic_id,
         case v.kind when 'place' then o.place end as place, o.confirmed, o.potential, o.none, o.running, o.withdrawn,
         o.desk_first, o.first, a.asker, a.n
    from reckoned r
   cross join (values ('all', 'all'), ('week', 'all'), ('topic', 'topic'), ('place', :by::text)) v (kind, dimension)
    join helpdesk.pub_outcome_week o on o.dimension = v.dimension
   cross join lateral unnest(o.askers) with ordinality a (asker, n)
   where o.week >= r.monday - 7 * :weeks::int and o.week < r.monday and (:system::bigint is null or o.system_id = :system)
),
tallies as (
  select k.kind, k.week, k.topic_id, k.place,
         json_build_object(
           'confirmed', sum(k.confirmed) filter (where k.n = 1),
           'potential', sum(k.potential) filter (where k.n = 1),
           'none', sum(k.none) filter (where k.n = 1),
           'running', sum(k.running) filter (where k.n = 1),
           'withdrawn', sum(k.withdrawn) filter (where k.n = 1),
           'desk_first', sum(k.desk_first) filter (where k.n = 1),
           'first', sum(k.first) filter (where k.n = 1),
           'people', count(distinct k.asker),
           'few', case when count(distinct k.asker) < 5 then json_agg(distinct k.asker) else '[]' end) as tally
    from kept k
   group by k.kind, k.week, k.topic_id, k.place
),
-- Each whole week since the network began, also those in which nothing came to the desk.
desk_weeks as (
  select w::date as week
    from reckoned r
   cross join lateral generate_series(greatest(r.begun_on, r.monday - 7 * :deskWeeks::int)::timestamp,
                                      (r.monday - 7)::timestamp, interval '7 days') w
   where r.begun_on is not null
)
select to_json(screen) from (
  select (select r.at from reckoned r) as at,
         (select r.monday from reckoned r) as monday,
         (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select t.tally from tallies t where t.kind = 'all') as total,
         (select coalesce(json_agg(json_build_object('week', t.week, 'weeks', 1, 'tally', t.tally) order by t.week), '[]')
            from tallies t where t.kind = 'week') as weeks,
         (select coalesce(json_agg(json_build_object('name', case :language when 'en' then p.name_en else p.name_nl end, 'tally', t.tally)), '[]')
            from tallies t left join network.pub_topic p on p.id = t.topic_id where t.kind = 'topic') as topics,
         (select coalesce(json_agg(json_build_object('name', t.place, 'tally', t.tally)), '[]')
            from tallies t where t.kind = 'place') as places,
         (select coalesce(json_agg(json_build_object('week', w.week, 'baseline', w.baseline, 'tickets', w.tickets) order by w.week), '[]')
            from helpdesk.pub_history_week w where w.dimension = 'all') as imported,
         (select coalesce(json_agg(s order by s.tickets desc, s.name), '[]')
            from helpdesk.pub_history_sum s where s.dimension in ('all', 'category')) as sums,
         (select coalesce(json_agg(json_build_object('week', d.week, 'baseline', false, 'tickets',
                   (select coalesce(sum(o.visits), 0) from helpdesk.pub_outcome_week o
                     where o.dimension = 'desk' and o.week = d.week)) order by d.week), '[]')
            from desk_weeks d) as desk) screen
