-- The one place that says how many people a ticket is about: its asker and those of what was merged into it, and all who are
-- hit by the issues that these questions are about.
create function reach_of (the_ticket bigint, the_question bigint) returns int language sql stable as $$
  with those as (
    select the_question as id
    union all
    select m.question_id from helpdesk.ticket m where m.merged_into = the_ticket and m.open
  )
  select count(distinct hit.person_id)::int from (
    select q.asker_id as person_id from support.pub_question q join those t on t.id = q.id
    union all
    select h.person_id from issues.pub_me_too mine
      join those t on t.id = mine.question_id
      join issues.pub_me_too h on h.issue_id = mine.issue_id) hit
$$;
