-- 100,000 people in 1,111 departments and 1,000 places, 2,000 power users of the system 'test-erp':
-- two per department, a quarter with a floor as well, some for a manager's people, ten for a whole site.
insert into people.department (parent_id, name, path, depth)
select null, n, 'S' || n, 0 from generate_series(0, 10) n;
insert into people.department (parent_id, name, path, depth)
select d.id, n, d.path || '/' || n, 1 from people.department d, generate_series(0, 9) n
 where d.path ~ '^S\d+$';
insert into people.department (parent_id, name, path, depth)
select d.id, n, d.path || '/' || n, 2 from people.department d, generate_series(0, 9) n
 where d.path ~ '^S\d+/\d+$';

insert into people.location (parent_id, name, path, depth)
select null, n, 'S' || n, 0 from generate_series(0, 4) n;
insert into people.location (parent_id, name, path, depth)
select l.id, n, l.path || '/' || n, 1 from people.location l, generate_series(0, 4) n where l.path ~ '^S\d+$';
insert into people.location (parent_id, name, path, depth)
select l.id, n, l.path || '/' || n, 2 from people.location l, generate_series(0, 4) n where l.path ~ '^S\d+/\d+$';
insert into people.location (parent_id, name, path, depth)
select l.id, n, l.path || '/' || n, 3 from people.location l, generate_series(0, 7) n where l.path ~ '^S\d+/\d+/\d+$';

with deepest as (
  select array(select id from people.department where path ~ '^S\d+/\d+/\d+$' order by id) as departments,
         array(select id from people.location where path ~ '^S\d+/\d+/\d+/\d+$' order by id) as locations
)
insert into people.person (email, name, department_id, location_id, created_at)
select 'p' || n || '@size.test', 'P' || n,
       departments[1 + n % cardinality(departments)],
       -- a department sits on four neighbouring places
       locations[1 + (n % cardinality(departments) + n / 25000) % cardinality(locations)],
       '2026-11-24T09:00:00Z'
  from deepest, generate_series(0, 99999) n;

update people.person p set manager_id = boss.id
  from (select department_id, min(id) as id from people.person where email like 'p%@size.test' group by 1) boss
 where boss.department_id = p.department_id and p.id <> boss.id and p.email like 'p%@size.test';
update people.person p set manager_id = top.id
  from (select min(id) as id from people.person where email like 'p%@size.test') top
 where p.email like 'p%@size.test' and p.manager_id is null and p.id <> top.id;

insert into network.mandate (person_id, system_id, state, share_percent, started_at)
select p.id, s.id, 'provisional', 10 + p.id % 11, '2026-11-24T09:00:00Z'
  from people.person p, network.system s
 where s.key = 'test-erp' and p.email like 'p%@size.test'
 order by substr(p.email, 2, strpos(p.email, '@') - 2)::int desc
 limit 2000;

insert into network.constituency_rule (mandate_id, kind, ref_id)
select m.id, 'department', p.department_id
  from network.mandate m join people.person p on p.id = m.person_id join network.system s on s.id = m.system_id
 where s.key = 'test-erp'
union all
select m.id, 'location', l.parent_id
  from network.mandate m join people.person p on p.id = m.person_id join network.system s on s.id = m.system_id
  join people.location l on l.id = p.location_id
 where s.key = 'test-erp' and m.id % 4 = 0
union all
select m.id, 'manager', p.manager_id
  from network.mandate m join people.person p on p.id = m.person_id join network.system s on s.id = m.system_id
 where s.key = 'test-erp' and m.id % 20 = 0
union all
(select m.id, 'location', site.id
  from network.mandate m join network.system s on s.id = m.system_id,
       people.location site
 where s.key = 'test-erp' and site.path ~ '^S\d+$' and m.id % 200 = site.id % 200
 order by m.id limit 10);

insert into network.constituency_exception (person_id, mandate_id, served)
select p.id, m.id, p.id % 3 > 0
  from (select p.id, row_number() over (order by p.id) as n from people.person p
         where p.email like 'p%@size.test' and p.id % 50 = 0) p
  join (select m.id, row_number() over (order by m.id) as n from network.mandate m
          join network.system s on s.id = m.system_id where s.key = 'test-erp') m on m.n = p.n;
