-- For whose word a mandate waits: the candidate's, the manager's, or that of who decides for the manager these days.
create view pub_waits_for as
select person_id, id as mandate_id, system_id, person_id as candidate_id, null::date as from_on, null::date as until_on
  from mandate where stage in ('proposed', 'other_share')
union all
select asked_id, id, system_id, person_id, null, null
  from mandate where stage in ('manager_asked', 'renewal_due') and asked_id <> person_id
union all
select d.deputy_id, m.id, m.system_id, m.person_id, d.from_on, d.until_on
  from mandate m join deputy_manager d on d.manager_id = m.asked_id
 where m.stage in ('manager_asked', 'renewal_due') and m.person_id <> d.deputy_id;
