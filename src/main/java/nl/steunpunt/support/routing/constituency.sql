-- The asker, and beside it each power user of their constituency for this system, and who filed the
-- question if that is a power user of it. The asker stays alone in the row when there is none.
select a.department_path as asker_department, a.location_path as asker_location, a.language as asker_language,
       u.person_id, c.rank, u.share_percent, p.department_path as department, p.location_path as location, p.language,
       (select coalesce(sum(l.waiting), 0) from support.load l
         where l.system_id = :system and l.power_user_id = u.person_id)::int as open,
       exists (select from network.pub_topic_knowledge k
                where k.mandate_id = u.mandate_id and k.topic_id = :topic::bigint) as knows_topic,
       coalesce((select said.kind in ('round', 'there') from network.pub_said_of(u.person_id, :at) said),
                exists (select from network.pub_presence seen
                         where seen.person_id = u.person_id and seen.seen_at > :presentSince)) as present,
       exists (select from network.pub_absence away
                where away.person_id = u.person_id and away.from_at <= :at and away.until_at > :at) as absent,
       exists (select from network.pub_full f
                where f.person_id = u.person_id and f.until_at > :at)
         or exists (select from network.pub_quiet_hours h
                     where h.person_id = u.person_id and h.weekday = :weekday
                       and h.from_time <= :time::time and h.until_time > :time::time) as says_full,
       exists (select from network.pub_spent_week w
                where w.mandate_id = u.mandate_id and w.week = :week::date) as spared
  from people.pub_person a
  left join (
         select power_user_id, rank from network.pub_constituency
          where person_id = :asker and system_id = :system
         union all
         select :filer::bigint, null
          where :filer <> :asker
            and not exists (select from network.pub_constituency own
                             where own.person_id = :asker and own.system_id = :system
                               and own.power_user_id = :filer)
         ) c
         join network.pub_power_user u on u.person_id = c.power_user_id and u.system_id = :system
         join people.pub_person p on p.id = u.person_id and p.active
    on true
 where a.id = :asker
