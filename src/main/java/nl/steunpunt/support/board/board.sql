-- The board of one system (:system null: the first with power users), by department or by location.
with chosen as (
  select s.id from network.pub_system s
   where s.active and (:system::bigint is null or s.id = :system)
   order by s.unhelped, s.name, s.id limit 1
),
-- Each set from its own index, and none in two: what is settled has changed since it was asked.
questions as (
  select q.system_id, q.asker_id, q.status, q.stuck, q.asked_at, q.changed_at
    from support.question q where q.status in ('open', 'with_power_user', 'with_helpdesk')
  union all
  select q.system_id, q.asker_id, q.status, q.stuck, q.asked_at, q.changed_at
    from support.question q where q.status in ('solved', 'closed') and q.changed_at >= :today
  union all
  select q.system_id, q.asker_id, q.status, q.stuck, q.asked_at, q.changed_at
    from support.question q
   where q.asked_at >= :thenDay and q.asked_at < :then and q.status in ('solved', 'closed') and q.changed_at < :today
),
signals as (
  select s.id from support.signal s where s.state in ('sent', 'heard')
  union
  select s.id from support.signal s where s.state not in ('sent', 'heard') and s.changed_at >= :today
  union
  select s.id from support.signal s where s.sent_at >= :today
  union
  select s.id from support.signal s where s.sent_at >= :thenDay and s.sent_at < :then
),
happened as (
  select case :by when 'department' then p.department_id else p.location_id end as place, 1 as questions,
         q.status, q.stuck, q.asked_at as at, q.changed_at
    from questions q
    join people.pub_person p on p.id = q.asker_id
   where q.system_id = (select id from chosen)
  union all
  select case :by when 'department' then s.department_id else s.location_id end, 0,
         s.state, false, s.sent_at, s.changed_at
    from signals ids
    join support.signal s on s.id = ids.id and s.system_id = (select id from chosen)
),
counted as materialized (
  select place,
         count(*) filter (where status = 'open') as open,
         count(*) filter (where status = 'with_power_user') as with_power_user,
         count(*) filter (where status = 'with_helpdesk') as with_helpdesk,
         count(*) filter (where status in ('open', 'with_power_user', 'with_helpdesk') and stuck) as stuck,
         count(*) filter (where status = 'solved' and changed_at >= :today) as solved,
         count(*) filter (where status = 'closed' and changed_at >= :today) as closed,
         count(*) filter (where questions = 1 and at >= :today) as asked,
         count(*) filter (where questions = 1 and at >= :thenDay and at < :then) as asked_before,
         count(*) filter (where status = 'sent') as unheard,
         count(*) filter (where status = 'heard') as heard,
         count(*) filter (where questions = 0 and status not in ('sent', 'heard') and changed_at >= :today) as ended,
         count(*) filter (where questions = 0 and at >= :today) as said,
         count(*) filter (where questions = 0 and at >= :thenDay and at < :then) as said_before
    from happened
   group by place
),
living as (
  select case :by when 'department' then p.department_id else p.location_id end as place, count(*) as people
    from people.pub_person p where p.active group by 1
),
places as (
  select d.id, d.parent_id, d.name from people.pub_department d where :by = 'department'
  union all
  select l.id, l.parent_id, l.name from people.pub_location l where :by = 'location'
),
total as (
  select coalesce(sum(open), 0) as open, coalesce(sum(with_power_user), 0) as with_power_user,
         coalesce(sum(with_helpdesk), 0) as with_helpdesk, coalesce(sum(stuck), 0) as stuck,
         coalesce(sum(solved), 0) as solved, coalesce(sum(closed), 0) as closed, coalesce(sum(asked), 0) as asked,
         coalesce(sum(asked_before), 0) as asked_before, coalesce(sum(unheard), 0) as unheard,
         coalesce(sum(heard), 0) as heard, coalesce(sum(ended), 0) as ended, coalesce(sum(said), 0) as said,
         coalesce(sum(said_before), 0) as said_before
    from counted
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.unhelped, s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select id from chosen) as system,
         (select count(*) from people.pub_person p where p.active) as everyone,
         (select count(*) from people.pub_person p cross join chosen
           where p.active
             and not exists (select from network.pub_constituency c
                              where c.person_id = p.id and c.system_id = chosen.id and c.rank = 0)
             and not exists (select from network.pub_power_user u
                              where u.person_id = p.id and u.system_id = chosen.id)) as unserved,
         (select to_json(t) from total t) as total,
         (select coalesce(json_agg(r order by r.name, r.id), '[]') from (
           select p.id, p.parent_id, p.name, coalesce(l.people, 0) as people,
                  (select to_json(c) from counted c where c.place = p.id) as counts
             from places p left join living l on l.place = p.id) r) as places,
         (select coalesce(json_agg(a order by a.from_at, a.name), '[]') from (
           select u.mandate_id as mandate, p.name, a.from_at, a.until_at
             from network.pub_power_user u
             join people.pub_person p on p.id = u.person_id and p.active
             join network.pub_absence a on a.person_id = u.person_id and a.until_at > :now and a.from_at < :ahead
            where u.system_id = (select id from chosen)) a) as away,
         (select coalesce(json_agg(f order by f.name), '[]') from (
           select u.mandate_id as mandate, p.name, f.until_at
             from network.pub_power_user u
             join people.pub_person p on p.id = u.person_id and p.active
             join network.pub_full f on f.person_id = u.person_id and f.until_at > :now
            where u.system_id = (select id from chosen)) f) as "full") screen
