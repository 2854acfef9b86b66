-- The department and the place of a hole with all that lie above them, and the power users to choose from: who
-- works nearest first, then by name, never by how much they do.
with recursive
departments (id, parent_id, path, depth) as (
  select d.id, d.parent_id, d.path, d.depth from people.pub_department d where d.id = :department
  union all
  select d.id, d.parent_id, d.path, d.depth from departments below join people.pub_department d on d.id = below.parent_id
),
locations (id, parent_id, path, depth) as (
  select l.id, l.parent_id, l.path, l.depth from people.pub_location l where l.id = :location::bigint
  union all
  select l.id, l.parent_id, l.path, l.depth from locations below join people.pub_location l on l.id = below.parent_id
),
targets as (
  select 'department' as kind, id, path, depth from departments
  union all
  select 'location', id, path, depth from locations
),
-- All that lies in each of them, by number: comparing the paths of 100,000 people takes seconds.
within as materialized (
  select t.kind, t.id as target, d.id
    from targets t
    join people.pub_department d
      on d.path || '/' like replace(replace(replace(t.path, '\', '\\'), '%', '\%'), '_', '\_') || '/%'
   where t.kind = 'department'
  union all
  select t.kind, t.id, l.id
    from targets t
    join people.pub_location l
      on l.path || '/' like replace(replace(replace(t.path, '\', '\\'), '%', '\%'), '_', '\_') || '/%'
   where t.kind = 'location'
),
living as (
  select w.kind, w.target, p.id
    from within w join people.pub_person p on p.department_id = w.id and p.active where w.kind = 'department'
  union all
  select w.kind, w.target, p.id
    from within w join people.pub_person p on p.location_id = w.id and p.active where w.kind = 'location'
),
counted as (
  select t.kind, t.id, t.path, t.depth, count(p.id) as people,
         count(p.id) filter (where c.person_id is null) as unserved
    from targets t
    left join living p on p.kind = t.kind and p.target = t.id
    left join network.constituency c on c.person_id = p.id and c.system_id = :system and c.rank = 0
   group by t.kind, t.id, t.path, t.depth
)
select to_json(screen) from (
  select s.id as system,
         (select coalesce(json_agg(c order by c.kind, c.depth desc), '[]') from counted c) as targets,
         (select coalesce(json_agg(u), '[]') from (
           select m.id as mandate, p.name, p.department_path as department, p.location_path as location,
                  m.share_percent as share,
                  (select count(*) from network.constituency c where c.power_user_id = m.person_id and c.system_id = m.system_id and c.rank = 0) as reach
             from network.mandate m
             join people.pub_person p on p.id = m.person_id and p.active
            where m.system_id = s.id and m.state in ('provisional', 'active')
            order by (select max(t.depth) from targets t
                       where t.kind = 'department' and (p.department_path = t.path or p.department_path like
                             replace(replace(replace(t.path, '\', '\\'), '%', '\%'), '_', '\_') || '/%')) desc nulls last,
                     (select max(t.depth) from targets t
                       where t.kind = 'location' and (p.location_path = t.path or p.location_path like
                             replace(replace(replace(t.path, '\', '\\'), '%', '\%'), '_', '\_') || '/%')) desc nulls last,
                     p.name, m.id
            limit 50) u) as choices
    from network.system s where s.id = :system and s.active) screen
