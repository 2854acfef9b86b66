update people.import_run
   set state = 'checked', progress = 100, checked_at = :at,
       people_before = (select count(*) from people.person where active),
       checked_after = :after,
       rows = f.rows, bad = f.bad, joiners = c.joiners, movers = c.movers, leavers = c.leavers,
       unchanged = f.rows - f.bad - c.from_file
  from (select count(*) filter (where line > 0) as rows, count(*) filter (where line > 0 and bad) as bad
          from people.import_line) f,
       (select count(*) filter (where kind in ('join', 'return')) as joiners,
               count(*) filter (where kind = 'move') as movers,
               count(*) filter (where kind = 'leave') as leavers,
               count(line) as from_file
          from people.import_change where run_id = :run) c
 where id = :run
