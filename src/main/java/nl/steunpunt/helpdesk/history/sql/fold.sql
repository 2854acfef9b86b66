-- Of a log with several rows for one ticket the last change says how it is; it was opened at the first.
insert into helpdesk.history_ticket (run_id, number, opened_at, ended_at, category, topic, place, worked, passed, reopened)
select distinct on (number)
       :run, number, min(opened_at) over (partition by number), ended_at, category, topic, place, worked, passed, reopened
  from helpdesk.history_line
 order by number, changed_at desc nulls last, line desc
