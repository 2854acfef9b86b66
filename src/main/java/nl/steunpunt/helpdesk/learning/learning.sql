-- By topic: what the desk closed, how much of it a power user could have solved, the answers that exist, and the questions
-- behind it as far as the reader may see them. Numbers are of whole weeks: of one that grows each day, the day before tells
-- what a single question came to. Who sees a question is said once, in "seen": whose it was, who helped, and the desk.
with closed as (
  select k.question_id, k.closed_at, coalesce(k.could_power_user, false) as could,
         coalesce(k.topic_id, q.topic_id) as topic_id, q.text, q.asker_id,
         (:desk or :me in (q.asker_id, q.filed_by_id)
           or exists (select from support.pub_step st
                       where st.question_id = q.id and st.person_id = :me and st.kind in ('offered', 'taken'))) as seen
    from helpdesk.ticket k
    join support.pub_question q on q.id = k.question_id
   where k.closed_at >= :from and k.close_reason <> 'returned'
),
counted as (
  select topic_id, count(*) filter (where whole) as closed, count(*) filter (where whole and could) as could,
         count(distinct asker_id) filter (where whole and could) as people,
         count(distinct asker_id) filter (where whole and not could) as others
    from (select *, closed_at < :until as whole from closed) c
   group by topic_id having count(*) filter (where could) > 0
)
select to_json(screen) from (
  select (select coalesce(json_agg(t order by case when t.people >= 5 and (t.others = 0 or t.others >= 5) then t.could else 0 end desc, t.name_nl nulls last), '[]') from (
    select c.topic_id as id, n.name_nl, n.name_en, c.closed, c.could, c.people, c.others,
           (select coalesce(json_agg(a), '[]') from (
              select a.id, a.title from support.pub_answer a
               where a.topic_id = c.topic_id order by a.kept_at desc limit 5) a) as answers,
           (select coalesce(json_agg(q), '[]') from (
              select d.question_id as id, left(d.text, 140) as text from closed d
               where d.could and d.seen and d.topic_id is not distinct from c.topic_id
               order by d.closed_at desc limit 5) q) as questions
      from counted c left join support.pub_topic n on n.id = c.topic_id) t) as topics) screen
