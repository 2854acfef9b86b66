-- The imports so far and what they come to. Of what may be told by name the weeks too, one after the other as those of all:
-- how much they differ says how sure a number for each week is.
with recent as (
  select week, baseline, tickets from helpdesk.history_week
   where dimension = 'all' and week >= (select max(week) - 7 * 260 from helpdesk.history_week where dimension = 'all')
),
ranked as (
  select s.*, row_number() over (partition by s.dimension, s.name is null order by s.tickets desc, s.name) as place
    from helpdesk.history_sum s where s.baseline
)
select to_json(screen) from (
  select (select coalesce(json_agg(r order by r.id desc), '[]') from (
           select r.id, r.file_name, r.state, r.rows, r.tickets, r.first_opened, r.last_opened, r.received_at
             from helpdesk.history_run r order by r.id desc limit :runs) r) as runs,
         (select min(r.first_opened) from helpdesk.history_run r where r.state = 'done') as first_opened,
         (select max(r.last_opened) from helpdesk.history_run r where r.state = 'done') as last_opened,
         (select coalesce(json_agg(w order by w.week), '[]') from recent w) as weeks,
         (select coalesce(json_agg(s order by s.tickets desc, s.name), '[]') from (
           select r.dimension, r.name, r.tickets, r.ended, r.took_low, r.took, r.took_high, r.timed, r.worked_low, r.worked,
                  r.worked_high, r.contacts, r.first,
                  case when r.name is not null and r.place <= :named then
                    (select json_agg(coalesce(p.tickets, 0) order by w.week)
                       from recent w
                       left join helpdesk.history_week p on p.dimension = r.dimension and p.name = r.name and p.week = w.week
                      where w.baseline) end as weekly
             from ranked r) s) as sums) screen
