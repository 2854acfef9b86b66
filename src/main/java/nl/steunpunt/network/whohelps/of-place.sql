  -- Who helps in a department or at a location: who is the first for most people there, the deputies for those people, at
  -- a location who sits there. All from the counts of each recompute: a site costs as little as a floor. It goes on in
  -- answer.sql.
  systems as materialized (
    select s.id, s.key, s.name, s.unhelped from network.pub_system s where s.active
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
  serving as materialized (
    select n.* from (
      select k.system_id, k.mandate_id, row_number() over (partition by k.system_id order by sum(k.people) desc, k.mandate_id) as turn
        from counted k
       where k.kind in ('alone', 'served')
       group by k.system_id, k.mandate_id) n
     where n.turn <= :most
  ),
  -- Who comes second for most of the people whom each of them is the first for.
  deputies as (
    select distinct on (v.system_id, v.mandate_id) v.system_id, k.second_id as mandate_id, v.mandate_id as instead_of
      from serving v
      join counted k on k.system_id = v.system_id and k.mandate_id = v.mandate_id and k.kind = 'served'
     group by v.system_id, v.mandate_id, k.second_id
     order by v.system_id, v.mandate_id, sum(k.people) desc, k.second_id
  ),
  here as (
    select k.mandate_id, k.system_id, x.person_id is not null as away,
           row_number() over (partition by k.system_id order by x.person_id is not null, k.mandate_id) as turn
      from counted k
      join subject a on a.kind = 'location'
      join network.mandate m on m.id = k.mandate_id
      left join absent x on x.person_id = m.person_id
     where k.kind = 'self'
  ),
  own as materialized (
    select distinct on (system_id, mandate_id) * from (
      select v.mandate_id, v.system_id, 'serves' as relation, 10 + v.turn::int as sort, null::bigint as instead_of from serving v
      union all
      select h.mandate_id, h.system_id, 'sits_here', 30 + h.away::int, null from here h where h.turn <= :most
      union all
      select d.mandate_id, d.system_id, 'deputy', 50, d.instead_of from deputies d) every
     order by system_id, mandate_id, sort
  ),
