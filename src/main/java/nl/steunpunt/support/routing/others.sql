-- The nearest power users beyond the constituency who have room now, in the router's order; with
-- :alsoFull those without room as well, last. Names of places are read only of who is chosen: when a
-- whole network is full this must not become the slowest statement of the day.
with asker as materialized (
  select p.department_id, l.at[1] || '/' as site, l.at[1] || '/' || l.at[2] || '/' as building,
         l.at[1] || '/' || l.at[2] || '/' || l.at[3] || '/' as floor
    from people.pub_person p, lateral (select string_to_array(p.location_path, '/') as at) l
   where p.id = :asker
),
busy as materialized (
  select power_user_id, sum(waiting)::int as open from support.load
   where system_id = :system
   group by power_user_id
),
not_now as materialized (
  select person_id from network.pub_full where until_at > :at
  union
  select person_id from network.pub_quiet_hours
   where weekday = :weekday and from_time <= :time::time and until_time > :time::time
),
askable as materialized (
  select u.person_id, u.share_percent, u.mandate_id, coalesce(b.open, 0) as open,
         f.person_id is not null as says_full, w.mandate_id is not null as spared,
         f.person_id is not null
           or coalesce(b.open, 0) >= :openPerPercent::float8 * u.share_percent as is_full
    from network.pub_power_user u
    left join busy b on b.power_user_id = u.person_id
    left join not_now f on f.person_id = u.person_id
    left join network.pub_spent_week w on w.mandate_id = u.mandate_id and w.week = :week::date
   where u.system_id = :system
     and u.person_id <> all (:known::bigint[])
     and not exists (select from network.pub_absence away
                      where away.person_id = u.person_id and away.from_at <= :at and away.until_at > :at)
),
nearest as (
  select c.*, coalesce(said.kind in ('round', 'there'), seen.person_id is not null) as present, k.mandate_id is not null as knows_topic,
         case when p.department_id = a.department_id then 0
              when starts_with(p.location_path || '/', a.floor) then 1
              when starts_with(p.location_path || '/', a.building) then 2
              when starts_with(p.location_path || '/', a.site) then 3
              else 4 end as nearness
    from askable c
    join people.pub_person p on p.id = c.person_id and p.active
   cross join asker a
    left join network.pub_presence seen on seen.person_id = c.person_id and seen.seen_at > :presentSince
    left join network.pub_said(:at) said on said.person_id = c.person_id
    left join network.pub_topic_knowledge k on k.mandate_id = c.mandate_id and k.topic_id = :topic::bigint
   where :alsoFull or not c.is_full
   order by c.is_full, c.spared, nearness, knows_topic desc, present desc, c.open::float8 / c.share_percent, c.person_id
   limit :nearest
)
select n.person_id, null::int as rank, n.share_percent, p.department_path as department, p.location_path as location,
       p.language, n.open, n.knows_topic, n.present, false as absent, n.says_full, n.spared
  from nearest n
  join people.pub_person p on p.id = n.person_id
 order by n.is_full, n.spared, n.nearness, n.knows_topic desc, n.present desc, n.open::float8 / n.share_percent, n.person_id
