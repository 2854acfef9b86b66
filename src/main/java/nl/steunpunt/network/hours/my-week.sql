select to_json(screen) from (
  select (select coalesce(json_agg(m order by m.system_name, m.mandate), '[]') from (
           select m.id as mandate, s.key as system, s.name as system_name, m.share_percent as share, p.contract_hours,
                  m.talk_asked_at,
                  (select boss.name from network.over_question q join people.pub_person boss on boss.id = q.answered_by
                    where q.mandate_id = m.id and q.answer = 'talk' and q.answered_at > :talkSince) as talk_with,
                  exists (select from network.over_question q where q.mandate_id = m.id and q.answer is null) as manager_asked,
                  (select json_build_object('week', w.week, 'minutes', w.minutes, 'agreed_minutes', w.agreed_minutes)
                     from network.work_week w join network.closed_week c on c.week = w.week
                    where w.mandate_id = m.id and w.week = :week) as closed,
                  (select coalesce(json_agg(json_build_object('week', w.week, 'minutes', w.minutes,
                                                              'agreed_minutes', w.agreed_minutes) order by w.week desc), '[]')
                     from network.work_week w join network.closed_week c on c.week = w.week
                    where w.mandate_id = m.id and w.week > :trendSince) as weeks,
                  (select coalesce(json_agg(json_build_object('id', w.id, 'day', w.day, 'kind', w.kind,
                            'subject', w.subject, 'computed', (w.seconds + 59) / 60, 'corrected', w.corrected_minutes,
                            'minutes', w.minutes, 'counts', w.counts, 'note', w.note) order by w.day, w.id), '[]')
                     from network.work w
                    where w.mandate_id = m.id and w.day between :week and :week + 6) as pieces
             from network.mandate m
             join network.system s on s.id = m.system_id
             join people.pub_person p on p.id = m.person_id
            where m.person_id = :me
              and (m.state in ('provisional', 'active')
                   or exists (select from network.work w
                               where w.mandate_id = m.id and w.day between :week and :week + 6))) m) as mandates,
         (select coalesce(json_agg(json_build_object('from_at', a.from_at, 'until_at', a.until_at)), '[]')
            from network.absence a
           where a.person_id = :me and a.from_at < :ends and a.until_at > :begins) as away) screen
