-- Who helps in this department or at this location with all that lies below: who is the first for most people there,
-- the deputies for those people, at a location who sits there. It goes on in answer.sql.
with
  below as materialized (
    select d.id from people.pub_department t join people.pub_department d
        on d.path = t.path or starts_with(d.path, t.path || '/')
     where :kind = 'department' and t.id = :place
    union all
    select l.id from people.pub_location t join people.pub_location l
        on l.path = t.path or starts_with(l.path, t.path || '/')
     where :kind = 'location' and t.id = :place
  ),
  subject as materialized (
    select null::bigint as id, d.id as department_id, null::text[] as at, 'department' as kind
      from people.pub_department d where :kind = 'department' and d.id = :place
    union all
    select null, null, string_to_array(l.path, '/'), 'location'
      from people.pub_location l where :kind = 'location' and l.id = :place
  ),
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
        from network.cover_count k join below b on b.id = case when :kind = 'department' then k.department_id else k.location_id end
       where k.kind in ('alone', 'served')
       group by k.system_id, k.mandate_id) n
     where n.turn <= :most
  ),
  -- Who comes second for most of the people whom each of them is the first for.
  deputies as (
    select distinct on (v.system_id, v.mandate_id) v.system_id, c1.mandate_id, v.mandate_id as instead_of
      from serving v
      join able b on b.mandate_id = v.mandate_id
      join network.constituency c0 on c0.power_user_id = b.person_id and c0.system_id = v.system_id and c0.rank = 0
      join people.pub_person p on p.id = c0.person_id
      join below w on w.id = case when :kind = 'department' then p.department_id else p.location_id end
      join network.constituency c1 on c1.person_id = c0.person_id and c1.system_id = v.system_id and c1.rank = 1
     group by v.system_id, v.mandate_id, c1.mandate_id
     order by v.system_id, v.mandate_id, count(*) desc, c1.mandate_id
  ),
  here as (
    select b.mandate_id, b.system_id, row_number() over (partition by b.system_id order by b.away, p.name, p.id) as turn
      from able b join people.pub_person p on p.id = b.person_id
      join below w on w.id = p.location_id
     where :kind = 'location'
  ),
  own as materialized (
    select distinct on (system_id, mandate_id) * from (
      select v.mandate_id, v.system_id, 'serves' as relation, 10 + v.turn::int as sort, null::bigint as instead_of from serving v
      union all
      select h.mandate_id, h.system_id, 'sits_here', 30 + h.turn::int, null from here h where h.turn <= :most
      union all
      select d.mandate_id, d.system_id, 'deputy', 50, d.instead_of from deputies d) every
     order by system_id, mandate_id, sort
  ),
