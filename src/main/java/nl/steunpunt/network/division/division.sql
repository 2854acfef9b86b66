-- Power users by name, each with the departments, places and managers whose people they serve, and how many they
-- are first for.
with chosen as (
  select s.id from network.pub_system s
   where s.active and (:system::bigint is null or s.id = :system)
   order by s.unhelped, s.name, s.id limit 1
),
shown as materialized (
  select m.id as mandate, m.person_id, m.system_id, m.state, m.share_percent, p.name, p.department_path, p.location_path,
         p.contract_hours
    from network.mandate m
    join chosen on chosen.id = m.system_id
    join people.pub_person p on p.id = m.person_id and p.active
   where m.state in ('provisional', 'active')
     and (p.name ilike :like or p.department_path ilike :like or p.location_path ilike :like)
     and (:afterName::text is null or (p.name, m.id) > (:afterName, :afterMandate::bigint))
   order by p.name, m.id
   limit :rows
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.unhelped, s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select id from chosen) as system,
         (select coalesce(json_agg(h order by h.people desc, h.place), '[]') from (
           select 'department' as kind, c.department_id as ref, d.path as place, sum(c.people) as people
             from network.cover_count c
             join people.pub_department d on d.id = c.department_id
            where c.system_id = (select id from chosen) and c.kind = 'hole' and d.path ilike :like
            group by c.department_id, d.path
            order by people desc, d.path
            limit :parts) h) as holes,
         (select coalesce(json_agg(u order by u.name, u.mandate), '[]') from (
           select shown.mandate, shown.name, shown.department_path as department, shown.location_path as location, shown.state,
                  shown.share_percent as share, shown.contract_hours,
                  (select count(*) from network.constituency c
                    where c.power_user_id = shown.person_id and c.system_id = shown.system_id and c.rank = 0) as people,
                  (select count(*) from network.constituency_rule r where r.mandate_id = shown.mandate) as rules,
                  (select coalesce(json_agg(r order by r.kind, r.place), '[]') from (
                    select r.kind, r.ref_id as ref, coalesce(d.path, l.path, boss.name, '?') as place
                      from network.constituency_rule r
                      left join people.pub_department d on r.kind = 'department' and d.id = r.ref_id
                      left join people.pub_location l on r.kind = 'location' and l.id = r.ref_id
                      left join people.pub_person boss on r.kind = 'manager' and boss.id = r.ref_id
                     where r.mandate_id = shown.mandate
                     order by r.kind, place
                     limit :parts) r) as parts
             from shown) u) as power_users) screen
