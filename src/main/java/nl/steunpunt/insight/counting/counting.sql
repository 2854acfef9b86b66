-- What became of the questions that were asked in these weeks, and what the helpdesk had to do, up to the last block that is told.
-- All of it is a sum of parts of which each may be told (docs/adr/0320): nothing smaller is read here.
with reckoned as (
  select r.at, coalesce(r.told_until, :monday::date) as until from helpdesk.pub_outcome_reckoned r
),
spans as (
  select s.*
    from reckoned r
    join helpdesk.pub_outcome_span s on s.first_week + 7 * s.weeks > r.until - 7 * :weeks::int
),
parts as (
  select p.block, p.dimension, p.system_id, p.topic_id, case :by::text when 'location' then p.location else p.department end as place,
         p.confirmed, p.potential, p.none, p.running, p.withdrawn, p.desk_first, p.first
    from reckoned r
    join helpdesk.pub_outcome_part p on p.block >= r.until - 7 * :weeks::int
),
grouped as (
  select p.dimension, p.system_id, p.topic_id, p.place, count(distinct p.block) as blocks,
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
-- What came to the desk by topic, as far as the desk's weeks go, and what has the same name in the history from before.
visits as (
  select v.topic_id, sum(v.visits) as visits
    from reckoned r
    join helpdesk.pub_outcome_visit_part v on v.block >= r.until - 7 * :deskWeeks::int
   group by v.topic_id
),
-- A topic goes with one name: of several that mean it (other capitals, the other language) with the largest, or it would
-- count twice.
meant as (
  select distinct on (b.dimension, v.topic_id) b.dimension, b.name, v.visits, v.topic_id
    from visits v
    join network.pub_topic t on t.id = v.topic_id
    join helpdesk.pub_history_sum b
      on b.baseline and b.dimension in ('category', 'topic') and lower(trim(b.name)) in (lower(t.name_nl), lower(t.name_en))
   order by b.dimension, v.topic_id, b.tickets desc, b.name
),
alike as (
  select m.dimension, m.name, sum(m.visits) as visits, count(*) as topics, min(m.topic_id) as topic_id
    from meant m
   group by m.dimension, m.name
),
desk_sums as (
  select 'desk' as dimension, null::text as name, (select coalesce(sum(visits), 0) from visits) as tickets, null::bigint as topic_id,
         true as timed
  union all
  select 'desk_named', null, (select coalesce(sum(visits), 0) from visits where topic_id is not null), null, false
  union all
  select 'desk_' || a.dimension, a.name, a.visits, a.topic_id, a.topics = 1 from alike a
)
select to_json(screen) from (
  select (select r.at from reckoned r) as at,
         (select r.until from reckoned r) as until,
         (select coalesce(json_agg(json_build_object('week', s.first_week, 'weeks', s.weeks, 'tally', json_build_object(
                   'confirmed', s.confirmed, 'potential', s.potential, 'none', s.none, 'running', s.running,
                   'withdrawn', s.withdrawn, 'desk_first', s.desk_first, 'first', s.first)) order by s.first_week), '[]')
            from spans s) as weeks,
         (select count(distinct block) from parts) as blocks,
         (select coalesce(json_agg(n), '[]') from named n where n.dimension = 'system') as systems,
         (select coalesce(json_agg(n), '[]') from named n where n.dimension = 'topic') as topics,
         (select coalesce(json_agg(n), '[]') from named n where n.dimension = 'place') as places,
         (select coalesce(json_agg(json_build_object('week', w.week, 'weeks', 1, 'baseline', w.baseline, 'tickets', w.tickets) order by w.week), '[]')
            from helpdesk.pub_history_week w where w.dimension = 'all') as imported,
         (select coalesce(json_agg(s order by s.tickets desc, s.name), '[]')
            from helpdesk.pub_history_sum s where s.dimension in ('all', 'category', 'topic')) as sums,
         (select coalesce(json_agg(json_build_object('week', v.first_week, 'weeks', v.weeks, 'baseline', false, 'tickets', v.visits)
                                   order by v.first_week), '[]')
            from reckoned r
            join helpdesk.pub_outcome_visit v on v.first_week + 7 * v.weeks > r.until - 7 * :deskWeeks::int) as desk,
         (select coalesce(json_agg(json_build_object('dimension', d.dimension, 'name', d.name, 'baseline', false, 'tickets', d.tickets,
                    'ended', coalesce(k.ended, 0), 'took_low', k.took_low, 'took', k.took, 'took_high', k.took_high, 'timed', 0)), '[]')
            from desk_sums d
            left join helpdesk.pub_outcome_visit_took k on k.topic_id is not distinct from d.topic_id and d.timed) as desk_sums) screen
