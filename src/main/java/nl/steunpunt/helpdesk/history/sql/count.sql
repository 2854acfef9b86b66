-- What the imports come to, with one run as if it were there, or without it. Of a ticket that several have, the one
-- imported last counts. A week counts when an import covers it whole: from a Monday, up to a Friday at least.
insert into helpdesk.history_counted (week, dimension, name, baseline, tickets, ended, took_low, took, took_high,
                                      timed, worked_low, worked, worked_high, contacts, first)
with runs as (
  select r.id, coalesce(r.applied_at, 'infinity') as applied_at,
         (r.first_opened at time zone :zone)::date as first_day, (r.last_opened at time zone :zone)::date as last_day
    from helpdesk.history_run r
   where (r.state = 'done' or r.id = :with) and r.id <> :without and r.first_opened is not null
),
covered as (
  select distinct w::date as week
    from runs r
    cross join lateral generate_series(
      date_trunc('week', r.first_day::timestamp + case when extract(isodow from r.first_day) = 1 then interval '0' else interval '7 days' end),
      date_trunc('week', r.last_day::timestamp) - case when extract(isodow from r.last_day) >= 5 then interval '0' else interval '7 days' end,
      interval '7 days') w
),
tickets as (
  select distinct on (t.number)
         date_trunc('week', t.opened_at at time zone :zone)::date as week, t.category, t.topic, t.place,
         (extract(epoch from t.ended_at - t.opened_at) / 60)::int as took, t.worked,
         t.passed + t.reopened as more, t.passed, t.reopened
    from helpdesk.history_ticket t
    join runs r on r.id = t.run_id
   order by t.number, r.applied_at desc, r.id desc
),
whole as materialized (
  select t.*, (:until::date is null or t.week < :until::date) as baseline
    from tickets t join covered c on c.week = t.week
),
named as (
  select w.week, w.baseline, d.dimension, d.name, w.took, w.worked, coalesce(w.passed, w.reopened) is not null as known,
         coalesce(w.passed, 0) + coalesce(w.reopened, 0) = 0 as once
    from whole w
    cross join lateral (values ('all', null), ('category', w.category), ('topic', w.topic), ('place', w.place)) d (dimension, name)
),
-- So many names that nobody reads them are told together.
ranked as (
  select dimension, name, row_number() over (partition by dimension order by count(*) desc, name) as place
    from named where name is not null group by dimension, name
),
kept as (
  select n.week, n.baseline, n.dimension, r.name, n.took, n.worked, n.known, n.once
    from named n left join ranked r on r.dimension = n.dimension and r.name = n.name and r.place <= 100
),
sums as (
  select dimension, name, baseline, count(*) as tickets, count(took) as ended, count(worked) as timed,
         count(*) filter (where known) as contacts, count(*) filter (where known and once) as first
    from kept group by dimension, name, baseline
),
middles as (
  select k.dimension, k.name, k.baseline,
         percentile_disc(greatest(0, 0.5 - 0.98 / sqrt(greatest(s.ended, 1)))) within group (order by k.took) as took_low,
         percentile_disc(0.5) within group (order by k.took) as took,
         percentile_disc(least(1, 0.5 + 0.98 / sqrt(greatest(s.ended, 1)))) within group (order by k.took) as took_high,
         percentile_disc(greatest(0, 0.5 - 0.98 / sqrt(greatest(s.timed, 1)))) within group (order by k.worked) as worked_low,
         percentile_disc(0.5) within group (order by k.worked) as worked,
         percentile_disc(least(1, 0.5 + 0.98 / sqrt(greatest(s.timed, 1)))) within group (order by k.worked) as worked_high
    from kept k
    join sums s on s.dimension = k.dimension and s.name is not distinct from k.name and s.baseline = k.baseline
   group by k.dimension, k.name, k.baseline, s.ended, s.timed
)
select null::date, s.dimension, s.name, s.baseline, s.tickets, s.ended, m.took_low, m.took, m.took_high,
       s.timed, m.worked_low, m.worked, m.worked_high, s.contacts, s.first
  from sums s
  join middles m on m.dimension = s.dimension and m.name is not distinct from s.name and m.baseline = s.baseline
union all
select week, dimension, name, baseline, count(*), 0, null, null, null, 0, null, null, null, 0, 0
  from kept where dimension <> 'all' group by week, dimension, name, baseline
union all
select c.week, 'all', null, (:until::date is null or c.week < :until::date), count(w.week), 0, null, null, null, 0, null, null, null, 0, 0
  from covered c left join whole w on w.week = c.week group by c.week
