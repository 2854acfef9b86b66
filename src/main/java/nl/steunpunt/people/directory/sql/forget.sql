with over as (
  select id from people.import_run
   where forgotten_at is null
     and (applied_at <= :used
          or applied_at is null and received_at <= :unused and state not in ('checking', 'applying'))
   order by id
   limit 20
     for update skip locked
), files as (
  delete from people.import_file where run_id in (select id from over)
), bad as (
  delete from people.import_bad_row where run_id in (select id from over)
), ended as (
  delete from people.import_revocation where run_id in (select id from over)
), places as (
  delete from people.import_place where run_id in (select id from over)
), changes as (
  delete from people.import_change where run_id in (select id from over)
)
update people.import_run r
   set forgotten_at = :now, state = case when r.applied_at is null then 'refused' else r.state end
  from over
 where r.id = over.id
returning r.id
