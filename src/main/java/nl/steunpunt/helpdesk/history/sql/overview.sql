-- The imports so far and what they come to.
select to_json(screen) from (
  select (select coalesce(json_agg(r order by r.id desc), '[]') from (
           select r.id, r.file_name, r.state, r.rows, r.tickets, r.first_opened, r.last_opened, r.received_at
             from helpdesk.history_run r order by r.id desc limit :runs) r) as runs,
         (select min(r.first_opened) from helpdesk.history_run r where r.state = 'done') as first_opened,
         (select max(r.last_opened) from helpdesk.history_run r where r.state = 'done') as last_opened,
         (select coalesce(json_agg(json_build_object('week', w.week, 'baseline', w.baseline, 'tickets', w.tickets) order by w.week), '[]')
            from helpdesk.history_week w where w.dimension = 'all' and w.week >= (
              select max(m.week) - 7 * 260 from helpdesk.history_week m where m.dimension = 'all')) as weeks,
         (select coalesce(json_agg(s order by s.tickets desc, s.name), '[]')
            from helpdesk.history_sum s where s.baseline) as sums) screen
