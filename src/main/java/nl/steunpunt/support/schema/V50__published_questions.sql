-- What other modules may read of a question.
create view pub_question as
select q.id, q.asker_id, q.filed_by_id, q.system_id, q.topic_id, t.name_nl as topic_nl, t.name_en as topic_en, q.text,
       q.status, q.outcome, q.power_user_id, q.stuck, q.stuck_until, q.asked_at, q.waiting_since, q.changed_at,
       q.desk_since, q.origin
  from question q
  left join network.pub_topic t on t.id = q.topic_id;

create view pub_tried as
select question_id, text, written_at from message where kind = 'tried';
