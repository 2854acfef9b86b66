-- The asker lets the power user of their constituency read what they asked, also when others help. Without a row: no.
create table shared_question (
  question_id bigint primary key references question on delete cascade
);

-- What a power user may know of the questions of the people they serve: how each stands, and what it says only when its asker shares it.
create view pub_bounded_question as
select q.id, q.asker_id, q.system_id, q.topic_id, q.status, q.power_user_id, q.waiting_since, q.changed_at, q.asked_at,
       s.question_id is not null as shared, case when s.question_id is not null then q.text end as text
  from question q
  left join shared_question s on s.question_id = q.id;
