-- The cover of one system (:system null: the first with power users), by department or location, and what needs attention in
-- one of them (:at) or everywhere (:at null). People are counted in network.cover_count; nothing here looks at each of
-- them. Each list begins where :from says when it is the only one asked for, and is :rows long.
with recursive
chosen as (
  select s.id from network.pub_system s
   where s.active and (:system::bigint is null or s.id = :system)
   order by s.unhelped, s.name, s.id limit 1
),
-- While the lead has chosen no phase: eight weeks are the beginning, and half a year is settling.
aim as materialized (
  select a.*, a.phase as chosen_phase,
         coalesce(a.phase, case when a.live_on is null or a.live_on > :today::date - 56 then 'go_live'
                                when a.live_on > :today::date - 182 then 'settling' else 'stable' end) as now_phase
    from network.cover_aim a join chosen on chosen.id = a.system_id
),
goal as materialized (
  select case now_phase when 'go_live' then go_live_up_to when 'settling' then settling_up_to else stable_up_to end as most,
         knowers
    from aim
),
place as materialized (
  select d.id, d.parent_id, d.name from people.pub_department d where :by <> 'location'
  union all
  select l.id, l.parent_id, l.name from people.pub_location l where :by = 'location'
),
own as materialized (
  select case :by when 'location' then c.location_id else c.department_id end as place,
         c.department_id, c.location_id, c.kind, c.mandate_id, c.rival_id, c.people
    from network.cover_count c where c.system_id = (select id from chosen)
),
reach as materialized (
  select mandate_id, sum(people)::int as people from own where kind in ('alone', 'served') group by mandate_id
),
inside as (
  select p.id from place p where p.id = :at::bigint
  union all
  select p.id from inside i join place p on p.parent_id = i.id
),
here as materialized (
  select own.* from own where :at::bigint is null or own.place in (select id from inside)
),
working as materialized (
  select m.id, m.person_id, m.stage, m.ends_on, m.started_at, p.name, p.department_id, d.parent_id as above,
         p.location_id, l.parent_id as around, coalesce(r.people, 0) as people
    from network.mandate m
    join people.pub_person p on p.id = m.person_id and p.active
    join people.pub_department d on d.id = p.department_id
    left join people.pub_location l on l.id = p.location_id
    left join reach r on r.mandate_id = m.id
   where m.system_id = (select id from chosen) and m.state in ('provisional', 'active')
),
active_here as materialized (
  select w.* from working w where w.id in (select mandate_id from here where mandate_id > 0)
),

-- Holes, the largest first, each with who could close it: people of that place who want to or whom five colleagues
-- name, and power users who work near it and have fewer people than the target allows. First who has room for most of
-- it, then in the order of nearness and name: nobody is ranked by what they do.
hole as materialized (
  select place, sum(people)::int as people,
         (array_agg(department_id order by people desc, department_id))[1] as department_id,
         (array_agg(location_id order by people desc, location_id))[1] as location_id
    from here where kind = 'hole' group by place
),
hole_shown as materialized (
  select h.place, h.people, h.department_id, nullif(h.location_id, 0) as location_id,
         d.path as department, d.parent_id as above, l.path as location, l.parent_id as around
    from hole h
    join people.pub_department d on d.id = h.department_id
    left join people.pub_location l on l.id = h.location_id
   order by h.people desc, case :by when 'location' then l.path else d.path end, h.place
   limit :rows offset case :only when 'holes' then :from else 0 end
),
named as (
  select n.nominee_id as person_id, count(*)::int as named
    from network.nomination n where n.system_id = (select id from chosen)
   group by n.nominee_id having count(*) >= :fewest
),
willing as materialized (
  select p.id as person, p.name, p.function, p.department_id, d.parent_id as above, p.location_id,
         v.person_id is not null as volunteered, n.named
    from people.pub_person p
    join people.pub_department d on d.id = p.department_id
    left join network.volunteer v on v.person_id = p.id and v.system_id = (select id from chosen)
    left join named n on n.person_id = p.id
   where p.active
     and p.id in (select person_id from network.volunteer where system_id = (select id from chosen)
                  union select person_id from named)
     and not exists (select from network.mandate m
                      where m.person_id = p.id and m.system_id = (select id from chosen) and m.stage <> 'ended')
),
with_room as materialized (
  select w.* from working w
   where w.people < (select most from goal)
     and not exists (select from network.full_until f where f.person_id = w.person_id and f.until_at > :now)
     and not exists (select from network.absence a where a.person_id = w.person_id and a.from_at <= :now and a.until_at > :now)
),
waiting as materialized (
  select m.id as mandate, p.name, m.stage, m.asked_again, p.department_id, p.location_id
    from network.mandate m join people.pub_person p on p.id = m.person_id and p.active
   where m.system_id = (select id from chosen) and m.state = 'waiting' and m.stage <> 'ended'
),

-- Single points of failure, by whom they hang on.
alone as materialized (
  select mandate_id, sum(people)::int as people,
         (array_agg(department_id order by people desc, department_id))[1] as department_id,
         count(distinct department_id)::int as departments
    from here where kind = 'alone' group by mandate_id
),

-- Mandates that nobody has anything from. Not how much somebody did: only whether there was anything at all, and
-- whether they are signed in.
inactive as materialized (
  select w.id as mandate, w.name, w.people,
         (select max(a.until_at) from network.absence a
           where a.person_id = w.person_id and a.from_at <= :now and a.until_at > :longAway) as away_until,
         w.people = 0 as serves_nobody,
         w.started_at < :unusedSince
           and not exists (select from people.pub_signed_in s where s.person_id = w.person_id and s.expires_at > :now)
           and not exists (select from network.work k where k.mandate_id = w.id and k.day >= :unusedFrom::date) as unused
    from active_here w
),
inactive_shown as (
  select * from inactive where away_until is not null or serves_nobody or unused
),

-- Whose mandate ends soon, and who leaves by what the directory knows: whichever is first. A day that has passed stays until
-- the file says more, as passed.
leaving as materialized (
  select w.id as mandate, w.name, least(w.ends_on, l.last_day) as ends_on, w.stage, w.people,
         w.department_id, coalesce(l.last_day <= coalesce(w.ends_on, l.last_day), false) as leaves,
         coalesce(l.last_day < :today::date and l.last_day <= coalesce(w.ends_on, l.last_day), false) as passed,
         coalesce((select a.people from alone a where a.mandate_id = w.id), 0) as unserved
    from active_here w left join people.pub_last_day l on l.person_id = w.person_id
   where least(w.ends_on, l.last_day) <= :soon::date
),

-- Of the whole network, wherever one looks: a team of seven needs no expert of everything.
topics as materialized (
  select t.id, t.key, t.name_nl, t.name_en, t.critical,
         count(k.mandate_id)::int as knowers, coalesce(sum(k.people), 0)::int as people
    from network.topic t
    left join (select k.topic_id, k.mandate_id, w.people
                 from network.topic_knowledge k join working w on w.id = k.mandate_id) k on k.topic_id = t.id
   where t.system_id = (select id from chosen) and t.active
   group by t.id, t.key, t.name_nl, t.name_en, t.critical
),

-- Teams of five people and more, so that no number is about somebody.
calling as materialized (
  select s.department_id, s.helpdesk, d.path as department, size.people
    from network.help_sought s
    join people.pub_department d on d.id = s.department_id
    join (select department_id, sum(people)::int as people from here group by department_id) size
      on size.department_id = s.department_id and size.people >= :fewestPeople
   where s.system_id = (select id from chosen) and s.power_user = 0 and s.helpdesk >= :fewestCalls
),

rivals as materialized (
  select department_id, location_id, mandate_id, rival_id, sum(people)::int as people
    from here where rival_id > 0
   group by department_id, location_id, mandate_id, rival_id
),

-- The weeks so far, by what the histories tell; the people without anybody as they were counted then.
span as materialized (
  select * from network.mandate_span s where s.system_id = (select id from chosen)
),
past as (
  select w.week, count(distinct s.mandate_id)::int as power_users,
         count(distinct s.mandate_id) filter (where s.agreed)::int as agreed,
         case when w.week = :thisWeek::date
              then (select coalesce(sum(people), 0)::int from own where kind = 'hole')
              else (select c.unserved from network.cover_week c
                     where c.system_id = (select id from chosen) and c.week = w.week) end as unserved
    from unnest(:weeks::date[], :moments::timestamptz[]) as w (week, moment)
    join span s on s.serves and s.from_at <= w.moment and (s.until_at is null or s.until_at > w.moment)
   group by w.week
)

select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.unhelped, s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select id from chosen) as system,
         (select to_json(a) from aim a) as aim,
         (select count(*) from working) as power_users,
         (select coalesce(json_agg(p), '[]') from (
           select p.id, p.parent_id, p.name, coalesce(c.users, 0) as users, coalesce(c.hole, 0) as hole,
                  coalesce(c.alone, 0) as alone, coalesce(c.power_users, 0) as power_users, coalesce(c.load, 0) as load
             from (select id, parent_id, name from place union all select 0, null, '') p
             left join (
               select o.place,
                      coalesce(sum(o.people) filter (where o.kind <> 'self'), 0) as users,
                      coalesce(sum(o.people) filter (where o.kind = 'hole'), 0) as hole,
                      coalesce(sum(o.people) filter (where o.kind = 'alone'), 0) as alone,
                      coalesce(sum(o.people) filter (where o.kind = 'self'), 0) as power_users,
                      sum(case when o.kind in ('alone', 'served') then o.people::float8 / r.people
                               when o.kind = 'self' and r.people is null then o.people else 0 end) as load
                 from own o left join reach r on r.mandate_id = o.mandate_id
                group by o.place) c on c.place = p.id
            where p.id > 0 or c.users > 0) p) as places,

         (select count(*) from hole) as holes_in_all,
         (select coalesce(json_agg(h), '[]') from (
           select h.place, h.people, h.department_id, h.department, h.location_id, h.location,
                  (select coalesce(json_agg(c), '[]') from (
                    select w.person, w.name, w.function, w.volunteered, w.named
                      from willing w
                     where case :by when 'location' then w.location_id = h.place else w.department_id = h.department_id end
                        or (:by <> 'location' and w.above = h.above)
                     order by w.department_id <> h.department_id, not w.volunteered, w.name, w.person limit 3) c) as willing,
                  (select coalesce(json_agg(c), '[]') from (
                    select w.id as mandate, w.name, (select most from goal) - w.people as room
                      from with_room w
                     where w.department_id = h.department_id or w.location_id = h.location_id
                        or w.above = h.above or w.around = h.around
                     order by least((select most from goal) - w.people, h.people) desc,
                              w.department_id <> h.department_id, w.location_id is distinct from h.location_id,
                              w.around is distinct from h.around, w.name, w.id limit 3) c) as near,
                  (select coalesce(json_agg(c), '[]') from (
                    select w.mandate, w.name, w.stage, w.asked_again
                      from waiting w
                     where case :by when 'location' then w.location_id = h.place else w.department_id = h.department_id end
                     order by w.name, w.mandate limit 3) c) as asked
             from hole_shown h
            order by h.people desc, case :by when 'location' then h.location else h.department end, h.place) h) as holes,

         (select count(*) from alone) as alone_in_all,
         (select coalesce(json_agg(a), '[]') from (
           select a.mandate_id as mandate, w.name, a.people, coalesce(d.parent_id, d.id) as above_id, d.path as department, a.departments
             from alone a join working w on w.id = a.mandate_id
             join people.pub_department d on d.id = a.department_id
            order by a.people desc, w.name, w.id
            limit :rows offset case :only when 'alone' then :from else 0 end) a) as alone,

         (select count(*) from inactive_shown) as inactive_in_all,
         (select coalesce(json_agg(i), '[]') from (
           select * from inactive_shown order by away_until is null, not serves_nobody, name, mandate
            limit :rows offset case :only when 'inactive' then :from else 0 end) i) as inactive,

         (select count(*) from leaving) as leaving_in_all,
         (select coalesce(json_agg(l), '[]') from (
           select * from leaving order by ends_on, name, mandate
            limit :rows offset case :only when 'leaving' then :from else 0 end) l) as leaving,

         (select coalesce(json_agg(t order by t.name_nl, t.id), '[]') from topics t) as topics,

         (select count(*) from calling) as calling_in_all,
         (select coalesce(json_agg(c), '[]') from (
           select * from calling order by helpdesk desc, department
            limit :rows offset case :only when 'calling' then :from else 0 end) c) as calling,

         (select count(*) from rivals) as conflicts_in_all,
         (select coalesce(json_agg(c), '[]') from (
           select d.path as department, l.path as location, r.mandate_id as first_mandate, one.name as first,
                  r.rival_id as second_mandate, two.name as second, r.people
             from rivals r
             join people.pub_department d on d.id = r.department_id
             left join people.pub_location l on l.id = r.location_id
             join working one on one.id = r.mandate_id
             join working two on two.id = r.rival_id
            order by r.people desc, d.path, l.path, one.name, two.name
            limit :rows offset case :only when 'conflicts' then :from else 0 end) c) as conflicts,

         (select coalesce(json_agg(p order by p.week), '[]') from past p) as weeks,
         (select count(*) from working where stage = 'candidate_agreed') as not_asked,
         (select count(*) from network.mandate m
           where m.id in (select id from working) and m.state = 'provisional'
             and m.stage in ('manager_asked', 'other_share', 'renewal_due')) as to_answer) screen
