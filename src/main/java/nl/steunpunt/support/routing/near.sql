-- Of the asker's own department and floor the power users beyond the constituency who have room now and hours left,
-- the first in the router's order. Mostly enough, and found from some hundreds of colleagues instead of from all
-- power users.
with asker as materialized (
  select p.department_id, l.at[1] || '/' || l.at[2] || '/' || l.at[3] || '/' as floor
    from people.pub_person p, lateral (select string_to_array(p.location_path, '/') as at) l
   where p.id = :asker
),
colleague as materialized (
  select p.id from asker a join people.pub_person p on p.department_id = a.department_id
  union
  select p.id
    from asker a
    join people.pub_location l on starts_with(l.path || '/', a.floor)
    join people.pub_person p on p.location_id = l.id
),
serving as materialized (
  select u.person_id, u.share_percent, u.mandate_id
    from colleague c
    join network.pub_power_user u on u.person_id = c.id and u.system_id = :system
   where u.person_id <> all (:known::bigint[])
)
select u.person_id, null::int as rank, u.share_percent, p.department_path as department, p.location_path as location,
       p.language, load.open, k.mandate_id is not null as knows_topic, coalesce(said.kind in ('round', 'there'), seen.person_id is not null) as present,
       false as absent, false as says_full, false as spared
  from serving u
  join people.pub_person p on p.id = u.person_id and p.active
 cross join asker a
 cross join lateral (select coalesce(sum(l.waiting), 0)::int as open
                       from support.load l
                      where l.system_id = :system and l.power_user_id = u.person_id) load
  left join network.pub_presence seen on seen.person_id = u.person_id and seen.seen_at > :presentSince
  left join network.pub_said_of(u.person_id, :at) said on true
  left join network.pub_topic_knowledge k on k.mandate_id = u.mandate_id and k.topic_id = :topic::bigint
 where load.open < :openPerPercent::float8 * u.share_percent
   and not exists (select from network.pub_absence away
                    where away.person_id = u.person_id and away.from_at <= :at and away.until_at > :at)
   and not exists (select from network.pub_full f where f.person_id = u.person_id and f.until_at > :at)
   and not exists (select from network.pub_quiet_hours h
                    where h.person_id = u.person_id and h.weekday = :weekday
                      and h.from_time <= :time::time and h.until_time > :time::time)
   and not exists (select from network.pub_spent_week w where w.mandate_id = u.mandate_id and w.week = :week::date)
 order by p.department_id <> a.department_id, knows_topic desc, present desc, load.open::float8 / u.share_percent, u.person_id
 limit :nearest
