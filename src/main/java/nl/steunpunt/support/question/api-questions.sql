-- Questions as the API gives them, each with its route, after "with mine as (...)", which says which ones. Times of steps
-- only for the asker (or who filed it, but for the desk) and the power user.
, who as not materialized (
  select p.id, p.name, p.department_path as department, p.location_path as location from people.pub_person p
)
select to_json(it)
  from (
    select q.id, q.status, q.outcome, s.key as system, t.key as topic, q.text,
           (select to_json(w) from who w where w.id = q.asker_id) as asker,
           (select to_json(w) from who w where w.id = q.filed_by_id) as filed_by,
           (select to_json(w) from who w where w.id = q.power_user_id) as power_user,
           q.stuck, q.stuck_until, q.taken_at is not null as taken, q.asked_at, q.changed_at,
           (select json_agg(st order by st.seq)
              from (select r.seq, r.kind as step, string_to_array(r.reasons, ' ') as reasons,
                           case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as person,
                           case when :me in (q.asker_id, q.power_user_id)
                                  or (q.filed_by_id = :me and not :desk) then r.at end as at
                      from support.step r
                      left join who w on w.id = r.person_id
                     where r.question_id = q.id) st) as route,
           case when q.next_at is not null then
             json_build_object('what', q.next_step, 'at', q.next_at,
                               'person', (select json_build_object('id', w.id, 'name', w.name)
                                            from who w where w.id = q.next_person_id)) end as next
      from mine q
      join network.pub_system s on s.id = q.system_id
      left join network.pub_topic t on t.id = q.topic_id
     order by q.id desc) it
