-- What became of the questions that were asked in these weeks, and what the helpdesk had to do, up to the last whole week that is
-- reckoned. All of it is a sum of parts of which each may be told (docs/adr/0320): nothing smaller is read here.
with reckoned as (
  select r.at, r.begun_on, coalesce(least(date_trunc('week', r.at at time zone :zone)::date, :monday::date), :monday::date) as monday
    from helpdesk.pub_outcome_reckoned r
),
spans as (
  select s.*
    from reckoned r
    join helpdesk.pub_outcome_span s on s.first_week + 7 * s.weeks > r.monday - 7 * :weeks::int and s.first_week < r.monday
),
-- The last blocks of two weeks that are told.
parts as (
  select p.*
    from (select max(block) as newest from helpdesk.pub_outcome_part) t
    join helpdesk.pub_outcome_part p on p.block > t.newest - 7 * :weeks::int and p.dimension in ('system', 'topic', :by::text)
),
grouped as (
  select p.dimension, p.system_id, p.topic_id, p.place, count(*) as blocks,
         json_build_object('confirmed', sum(p.confirmed), 'potential', sum(p.potential), 'none', sum(p.none), 'running', sum(p.running),
                           'withdrawn', sum(p.withdrawn), 'desk_first', sum(p.desk_first), 'first', sum(p.first)) as tally
    from parts p
   group by p.dimension, p.system_id, p.topic_id, p.place
),
named as (
  select g.dimension, g.blocks, g.tally,
         case g.dimension when 'system' then s.name
                          when 'topic' then case :language when 'en' then t.name_en else t.name_nl end
                          else g.place end as name,
         case when g.dimension = 'topic' and (select count(distinct system_id) from parts) > 1 then s.name end as within
    from grouped g
    left join network.pub_system s on s.id = g.system_id
    left join network.pub_topic t on t.id = g.topic_id
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
         (select coalesce(json_agg(json_build_object('week', s.first_week, 'weeks', s.weeks, 'tally', json_build_object(
                   'confirmed', s.confirmed, 'potential', s.potential, 'none', s.none, 'running', s.running,
                   'withdrawn', s.withdrawn, 'desk_first', s.desk_first, 'first', s.first)) order by s.first_week), '[]')
            from spans s) as weeks,
         (select count(distinct block) from parts) as blocks,
         (select min(block) from parts) as blocks_from,
         (select max(block) + 13 from parts) as blocks_up_to,
         (select coalesce(json_agg(n), '[]') from named n where n.dimension = 'system') as systems,
         (select coalesce(json_agg(n), '[]') from named n where n.dimension = 'topic') as topics,
         (select coalesce(json_agg(n), '[]') from named n where n.dimension = :by) as places,
         (select coalesce(json_agg(json_build_object('week', w.week, 'baseline', w.baseline, 'tickets', w.tickets) order by w.week), '[]')
            from helpdesk.pub_history_week w where w.dimension = 'all') as imported,
         (select coalesce(json_agg(s order by s.tickets desc, s.name), '[]')
            from helpdesk.pub_history_sum s where s.dimension in ('all', 'category')) as sums,
         (select coalesce(json_agg(json_build_object('week', d.week, 'baseline', false, 'tickets', coalesce(v.visits, 0)) order by d.week), '[]')
            from desk_weeks d left join helpdesk.pub_outcome_visit v on v.week = d.week) as desk) screen
