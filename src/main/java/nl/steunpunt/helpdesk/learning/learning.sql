-- By topic: what the desk closed, how much of it a power user could have solved, the answers that exist, and the questions
-- behind it as far as the reader may see them. Numbers are sums of what was told (docs/adr/0320); who sees a question is said
-- once, in "seen": whose it was, who helped, and the desk.
with closed as (
  select k.question_id, k.closed_at, coalesce(k.topic_id, q.topic_id) as topic_id, q.text,
         (:desk or :me in (q.asker_id, q.filed_by_id)
           or exists (select from support.pub_step st
                       where st.question_id = q.id and st.person_id = :me and st.kind in ('offered', 'taken'))) as seen
    from helpdesk.ticket k
    join support.pub_question q on q.id = k.question_id
   where k.closed_at >= :from and k.could_power_user and k.close_reason <> 'returned'
),
told as (
  select l.topic_id, sum(l.closed) as closed, sum(l.could) as could
    from helpdesk.outcome_reckoned r
    join helpdesk.outcome_learned l on l.first_week + 7 * l.weeks > r.told_until - 7 * :weeks::int
   group by l.topic_id
),
topics as (
  select topic_id from closed union select topic_id from told
)
select to_json(screen) from (
  select (select coalesce(json_agg(t order by t.could desc, t.name_nl nulls last), '[]') from (
    select c.topic_id as id, n.name_nl, n.name_en, coalesce(l.closed, 0) as closed, coalesce(l.could, 0) as could,
           (select coalesce(json_agg(a), '[]') from (
              select a.id, a.title from support.pub_answer a
               where a.topic_id = c.topic_id order by a.kept_at desc limit 5) a) as answers,
           (select coalesce(json_agg(q), '[]') from (
              select d.question_id as id, left(d.text, 140) as text from closed d
               where d.seen and d.topic_id is not distinct from c.topic_id
               order by d.closed_at desc limit 5) q) as questions
      from topics c
      left join told l on l.topic_id is not distinct from c.topic_id
      left join support.pub_topic n on n.id = c.topic_id) t) as topics) screen
