with recursive
mandate as (
  select m.id, m.person_id, m.system_id, m.state, m.share_percent
    from network.mandate m where m.id = :mandate and m.stage <> 'ended'
),
first as materialized (
  select c.person_id from network.constituency c join mandate m on m.person_id = c.power_user_id
   where c.system_id = m.system_id and c.rank = 0
),
departments (top, id) as (
  select r.ref_id, r.ref_id from network.constituency_rule r where r.mandate_id = :mandate and r.kind = 'department'
  union all
  select above.top, d.id from departments above join people.pub_department d on d.parent_id = above.id
),
locations (top, id) as (
  select r.ref_id, r.ref_id from network.constituency_rule r where r.mandate_id = :mandate and r.kind = 'location'
  union all
  select above.top, l.id from locations above join people.pub_location l on l.parent_id = above.id
),
served as (
  select r.kind, r.ref_id as id, d.path as name,
         (select count(*) from departments x join people.pub_person p on p.department_id = x.id and p.active
           where x.top = r.ref_id) as people
    from network.constituency_rule r join people.pub_department d on d.id = r.ref_id
   where r.mandate_id = :mandate and r.kind = 'department'
  union all
  select r.kind, r.ref_id, l.path,
         (select count(*) from locations x join people.pub_person p on p.location_id = x.id and p.active
           where x.top = r.ref_id)
    from network.constituency_rule r join people.pub_location l on l.id = r.ref_id
   where r.mandate_id = :mandate and r.kind = 'location'
  union all
  select r.kind, r.ref_id, boss.name,
         (select count(*) from people.pub_person p where p.manager_id = r.ref_id and p.active)
    from network.constituency_rule r join people.pub_person boss on boss.id = r.ref_id
   where r.mandate_id = :mandate and r.kind = 'manager'
),
found as (
  (select 'department' as kind, d.id, d.path as name, null as place,
          (select count(*) from people.pub_person p where p.department_id = d.id and p.active) as people, 1 as turn
     from people.pub_department d where :seeks and d.path ilike :like order by d.path limit 8)
  union all
  (select 'location', l.id, l.path, null,
          (select count(*) from people.pub_person p where p.location_id = l.id and p.active), 2
     from people.pub_location l where :seeks and l.path ilike :like order by l.path limit 8)
  union all
  (select 'person', p.id, p.name, p.department_path,
          (select count(*) from people.pub_person below where below.manager_id = p.id and below.active), 3
     from people.pub_person p
    where :seeks and p.active and p.name ilike :like and p.id <> (select person_id from mandate)
    order by p.name, p.id limit 8)
)
select to_json(screen) from (
  select m.id as mandate, m.system_id as system, s.name as system_name, p.name, p.function,
         p.department_path as department, p.location_path as location, p.active as works, m.state,
         m.share_percent as share,
         (select count(*) from first) as reach,
         (select count(*) from first f
           where not exists (select from network.constituency c
                              where c.person_id = f.person_id and c.system_id = m.system_id and c.rank = 1)) as would_be_alone,
         (select coalesce(json_agg(json_build_object('nl', t.name_nl, 'en', t.name_en) order by t.name_nl), '[]')
            from network.topic_knowledge k join network.topic t on t.id = k.topic_id
           where k.mandate_id = m.id) as knows,
         (select coalesce(json_agg(v order by v.kind, v.name), '[]') from served v) as serves,
         (select coalesce(json_agg(e order by e.name), '[]') from (
           select x.person_id as id, who.name, who.department_path as department,
                  case when x.served then 'served' else 'not_served' end as state
             from network.constituency_exception x join people.pub_person who on who.id = x.person_id
            where x.mandate_id = m.id) e) as exceptions,
         (select coalesce(json_agg(f order by f.turn, f.name), '[]') from found f) as found
    from mandate m
    join network.system s on s.id = m.system_id
    join people.pub_person p on p.id = m.person_id) screen
