-- What the issues say that a ticket's questions are about, when it was reckoned; null: nobody has weighed them.
alter table ticket add column weighed text check (weighed in ('high', 'normal', 'low'));

-- The one place that says what an issue's severity is at the desk: the worst of the open ones that the ticket's question, and
-- those merged into it, are about.
create function severity_of(the_ticket bigint, the_question bigint) returns text language sql stable as $$
  with those as (
    select the_question as id
    union all
    select m.question_id from helpdesk.ticket m where m.merged_into = the_ticket and m.open
  )
  select case max(case i.severity when 'stops' then 3 when 'serious' then 3 when 'hinders' then 2 when 'minor' then 1 end)
           when 3 then 'high' when 2 then 'normal' when 1 then 'low' end
    from issues.pub_linked_question l
    join those t on t.id = l.question_id
    join issues.pub_issue i on i.id = l.issue_id and i.open
$$;
