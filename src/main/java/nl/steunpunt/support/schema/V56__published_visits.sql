-- When the question came to the desk the last time: each time is a visit of its own. Null: never.
create or replace view pub_question as
select q.id, q.asker_id, q.filed_by_id, q.system_id, q.topic_id, t.name_nl as topic_nl, t.name_en as topic_en, q.text,
       q.status, q.outcome, q.power_user_id, q.stuck, q.stuck_until, q.asked_at, q.waiting_since, q.changed_at,
       q.desk_since, q.origin,
       coalesce((select max(s.at) from step s where s.question_id = q.id and s.kind in ('handed_over', 'to_helpdesk')),
                q.desk_since) as came_to_desk_at
  from question q
  left join network.pub_topic t on t.id = q.topic_id;

-- The route without its times: those are for who asked and who helped.
create view pub_step as
select question_id, seq, kind, person_id from step;
