-- The nearest power users beyond the constituency who have room now, in the router's order; with
-- :alsoFull those without room as well, last. Places are read only of who may be chosen: when a
-- whole network is full this must not become the slowest statement of the day.
with asker as materialized (
  select department_id, string_to_array(location_path, '/') as at
    from people.pub_person where id = :asker
),
busy as materialized (
  select power_user_id, count(*)::int as open from support.question
   where status = 'with_power_user' and system_id = :system
   group by power_user_id
),
away as materialized (
  select person_id from network.pub_absence where from_at <= :at and until_at > :at
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
     and not exists (select from away where away.person_id = u.person_id)
),
placed as (
  select c.*, p.department_path as department, p.location_path as location, p.language,
         seen.person_id is not null as present,
         k.mandate_id is not null as knows_topic,
         case when p.department_id = a.department_id then 0
              when l.at[1] <> a.at[1] then 4
              when l.at[2] = a.at[2] and l.at[3] = a.at[3] then 1
              when l.at[2] = a.at[2] then 2
              when l.at[1] = a.at[1] then 3
              else 4 end as nearness
    from askable c
    join people.pub_person p on p.id = c.person_id and p.active
   cross join asker a
   cross join lateral (select string_to_array(p.location_path, '/') as at) l
    left join network.pub_presence seen on seen.person_id = c.person_id and seen.seen_at > :presentSince
    left join network.pub_topic_knowledge k on k.mandate_id = c.mandate_id and k.topic_id = :topic::bigint
   where :alsoFull or not c.is_full
)
select person_id, null::int as rank, share_percent, department, location, language, open, knows_topic,
       present, false as absent, says_full, spared
  from placed
 order by is_full, spared, nearness, not knows_topic, not present, open::float8 / share_percent, person_id
 limit :nearest
