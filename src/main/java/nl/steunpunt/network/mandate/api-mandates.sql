-- Each condition is left out when its parameter is null.
select to_json(it) from (
  select m.id, m.version, s.key as system, m.person_id as person, p.name, p.department_path as department, m.stage, m.state,
         m.share_percent, m.asked_share as asked_percent,
         case when %s then m.share_reason else m.agreed_share_reason end as share_reason, m.ends_on, m.relief, m.relief_by,
         boss.name as decider, m.grace_until, m.started_at, m.agreed_at, agreed.name as agreed_by, m.ended_at,
         m.record_due as to_record, m.recorded_at
    from network.mandate m
    join network.system s on s.id = m.system_id
    join people.pub_person p on p.id = m.person_id
    left join people.pub_person boss on boss.id = m.asked_id
    left join people.pub_person agreed on agreed.id = m.agreed_by
   where %s
     and (:id::bigint is null or m.id = :id)
     and (:system::bigint is null or m.system_id = :system)
     and (:person::bigint is null or m.person_id = :person)
     and (:stage::text is null or m.stage = :stage)
     and (:after::bigint is null or m.id > :after)
   order by m.id limit :rows) it
