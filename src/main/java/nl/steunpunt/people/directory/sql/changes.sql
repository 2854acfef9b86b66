-- What the good rows change. A column that the file does not have stays as it is; an empty cell empties it,
-- but for number and language, which nobody loses by an empty cell.
with place as (
  select 'department' as kind, lower(path) as key, min(id) as id from people.department group by key
  union all
  select 'location', lower(path), min(id) from people.location group by 2
  union all
  select kind, lower(path), id from people.import_place where run_id = :run
), compared as (
  select l.line, l.person_id, l.joins, p.active as active_before,
         case when not l.joins then people.entry_of(p) end as before,
         row(coalesce(l.employee_number, p.employee_number),
             l.email,
             l.name,
             case when :has_function then l.function else p.function end,
             department.id,
             case when :has_location then location.id else p.location_id end,
             case when :has_manager then manager.person_id else p.manager_id end,
             coalesce(l.language, p.language, 'nl'),
             case when :has_phone then l.phone else p.phone end,
             case when :has_hours then l.contract_hours else p.contract_hours end,
             true,
             null,
             case when :has_last_day then l.last_day else p.last_day end)::people.directory_entry as after
    from people.import_line l
    left join people.person p on not l.joins and p.id = l.person_id
    join place department on department.kind = 'department' and department.key = lower(l.department)
    left join place location on location.kind = 'location' and location.key = lower(l.location)
    left join people.import_reference manager on manager.ref = l.manager
   where l.line > 0 and l.active and not l.bad
)
insert into people.import_change (run_id, person_id, kind, line, before, after)
select :run, person_id, case when joins then 'join' when active_before then 'move' else 'return' end, line, before, after
  from compared
 where joins or before is distinct from after
