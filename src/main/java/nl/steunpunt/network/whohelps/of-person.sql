-- Who helps this person, with one system (:system) or all, and one topic (:topic) or any: the constituency in its order;
-- who knows the topic; where none of these is at work, the nearest who is. It goes on in answer.sql.
with
  subject as materialized (
    select p.id, p.department_id, string_to_array(p.location_path, '/') as at,
           case when :topic::bigint is not null then 'topic' when :system::bigint is not null then 'system' else 'person' end as kind
      from people.pub_person p
     where p.id = :person and p.active
       and (:topic::bigint is null or exists (select from network.topic t where t.id = :topic::bigint and t.active))
  ),
  systems as materialized (
    select s.id, s.key, s.name, s.unhelped from network.pub_system s
     where s.active
       and (:system::bigint is null or s.id = :system::bigint)
       and (:topic::bigint is null or s.id = (select t.system_id from network.topic t where t.id = :topic::bigint))
  ),
  absent as materialized (
    select person_id, max(until_at) as until_at from network.absence
     where from_at <= :now and until_at > :now group by person_id
  ),
  able as materialized (
    select m.id as mandate_id, m.system_id, m.person_id, a.person_id is not null as away
      from network.mandate m
      join systems s on s.id = m.system_id
      left join absent a on a.person_id = m.person_id
     where m.state in ('provisional', 'active')
  ),
  own as materialized (
    select c.mandate_id, c.system_id, case when c.rank = 0 then 'primary' else 'deputy' end as relation,
           10 + c.rank::int as sort, null::bigint as instead_of
      from network.constituency c join systems s on s.id = c.system_id
     where c.person_id = :person
    union all
    -- One who helps others is shown as such: it may well be whom somebody came for.
    select b.mandate_id, b.system_id, 'self', 0, null from able b where b.person_id = :person
  ),
