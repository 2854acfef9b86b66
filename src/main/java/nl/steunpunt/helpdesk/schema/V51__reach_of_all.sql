-- The same as reach_of and severity_of say of one ticket, of all open ones in one go: an issue that many tickets are about is
-- counted once, and not once for each of them.
create function reach_of_all() returns table (ticket bigint, reach int, weighed text) language sql stable as $$
  with those as (
    select k.id as ticket, k.question_id from helpdesk.ticket k where k.open
    union
    select m.merged_into, m.question_id from helpdesk.ticket m where m.open and m.merged_into is not null
  ),
  asked as (
    select distinct t.ticket, q.asker_id as person_id from those t join support.pub_question q on q.id = t.question_id
  ),
  about as (
    select t.ticket, array_agg(distinct m.issue_id order by m.issue_id) as issues
      from those t join issues.pub_me_too m on m.question_id = t.question_id
     group by t.ticket
  ),
  hit as (
    select s.issues, count(distinct m.person_id) as people
      from (select distinct issues from about) s join issues.pub_me_too m on m.issue_id = any (s.issues)
     group by s.issues
  ),
  beside as (
    select a.ticket, count(*) as people
      from asked a left join about b on b.ticket = a.ticket
     where not exists (select from issues.pub_me_too m where m.issue_id = any (b.issues) and m.person_id = a.person_id)
     group by a.ticket
  ),
  worst as (
    select t.ticket, max(case i.severity when 'stops' then 3 when 'serious' then 3 when 'hinders' then 2 when 'minor' then 1 end) as level
      from those t
      join issues.pub_linked_question l on l.question_id = t.question_id
      join issues.pub_issue i on i.id = l.issue_id and i.open
     group by t.ticket
  )
  select k.id, (coalesce(h.people, 0) + coalesce(b.people, 0))::int,
         case w.level when 3 then 'high' when 2 then 'normal' when 1 then 'low' end
    from helpdesk.ticket k
    left join about a on a.ticket = k.id
    left join hit h on h.issues = a.issues
    left join beside b on b.ticket = k.id
    left join worst w on w.ticket = k.id
   where k.open
$$;

-- When a node last looked whether tickets are still as they were reckoned: one of them does, now and then.
create table reckoned_again (
  one       boolean primary key default true check (one),
  looked_at timestamptz
);
insert into reckoned_again (one) values (true);
