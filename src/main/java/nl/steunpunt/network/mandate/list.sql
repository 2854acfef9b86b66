with chosen as (
  select s.id from network.pub_system s
   where s.active and (:system::bigint is null or s.id = :system)
   order by s.unhelped, s.name, s.id limit 1
),
standing as materialized (
  select m.id, m.stage,
         case when m.stage in ('candidate_agreed', 'declined') or (m.state = 'waiting' and m.grace_until is not null)
                   or (m.reminders > 2 and m.stage in ('proposed', 'other_share', 'manager_asked', 'renewal_due')) then 'lead'
              when m.stage in ('proposed', 'other_share') then 'candidate'
              when m.stage in ('manager_asked', 'renewal_due') then 'manager'
              else 'none' end as blocked
    from network.mandate m
   where m.system_id = (select id from chosen) and m.stage <> 'ended'
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.unhelped, s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select id from chosen) as system,
         (select count(*) from standing where blocked = 'lead') as lead,
         (select count(*) from standing where blocked = 'candidate') as candidate,
         (select count(*) from standing where blocked = 'manager') as manager,
         (select count(*) from standing where blocked = 'none') as settled,
         (select count(*) from standing where stage = 'candidate_agreed') as not_asked,
         (select coalesce(json_agg(json_build_object('card', to_json(c), 'blocked', c.blocked)), '[]') from (
           select %s, t.blocked %s join standing t on t.id = m.id
            where :blocked::text is null or t.blocked = :blocked
            order by array_position(array['lead', 'manager', 'candidate', 'none'], t.blocked), p.name, m.id
            limit :rows offset :from) c) as rows) screen
