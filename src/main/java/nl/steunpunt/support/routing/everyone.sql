-- The asker, and beside it each power user of the system but the asker: absent, full and tried ones as well,
-- for a person who chooses among them.
select a.department_path as asker_department, a.location_path as asker_location, a.language as asker_language,
       u.person_id, c.rank, u.share_percent, p.department_path as department, p.location_path as location, p.language,
       coalesce(b.open, 0) as open, k.mandate_id is not null as knows_topic, coalesce(said.kind in ('round', 'there'), seen.person_id is not null) as present,
       exists (select from network.pub_absence away
                where away.person_id = u.person_id and away.from_at <= :at and away.until_at > :at) as absent,
       f.person_id is not null
         or exists (select from network.pub_quiet_hours h
                     where h.person_id = u.person_id and h.weekday = :weekday
                       and h.from_time <= :time::time and h.until_time > :time::time) as says_full,
       w.mandate_id is not null as spared
  from people.pub_person a
  left join network.pub_power_user u
         join people.pub_person p on p.id = u.person_id and p.active
    on u.system_id = :system and u.person_id <> :asker
  left join network.pub_constituency c
    on c.person_id = :asker and c.system_id = :system and c.power_user_id = u.person_id
  left join (select power_user_id, sum(waiting)::int as open from support.load
              where system_id = :system
              group by power_user_id) b on b.power_user_id = u.person_id
  left join network.pub_topic_knowledge k on k.mandate_id = u.mandate_id and k.topic_id = :topic::bigint
  left join network.pub_presence seen on seen.person_id = u.person_id and seen.seen_at > :presentSince
  left join network.pub_said(:at) said on said.person_id = u.person_id
  left join network.pub_spent_week w on w.mandate_id = u.mandate_id and w.week = :week::date
  left join network.pub_full f on f.person_id = u.person_id and f.until_at > :at
 where a.id = :asker
