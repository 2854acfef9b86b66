with recursive meant (id, merged_into) as (   -- a number that went into another issue means that one
  select id, merged_into from issues.issue where id = :id
  union all
  select i.id, i.merged_into from meant m join issues.issue i on i.id = m.merged_into
),
inside (id) as (                              -- what an issue points at that went into it is of it now
  select id from meant where merged_into is null and :worker
  union
  select i.id from issues.issue i join inside on i.merged_into = inside.id
)
select to_json(screen) from (
  select i.id, i.title, i.description, i.status, i.severity, i.workaround, i.planned_release, s.name as system,
         t.name_nl as topic_nl, t.name_en as topic_en, i.created_at, i.changed_at,
         coalesce((select json_agg(w order by w.version desc) from (
           select w.version, w.text, w.at, case when :worker then p.name end as written_by
             from issues.workaround w left join people.pub_person p on p.id = w.written_by
            where w.issue_id = i.id order by w.version desc limit :versions) w), '[]') as workarounds,
         (select to_json(o) from (
           select p.id, p.name, p.email from people.pub_person p where :worker and p.id = i.owner_id) o) as owner,
         -- each owner once, by the index: so many issues, so few owners
         coalesce((select json_agg(o order by o.name, o.id) from (
           with recursive known (id) as (
             select min(owner_id) from issues.issue where :changer
             union all
             select (select min(n.owner_id) from issues.issue n where n.owner_id > k.id) from known k where k.id is not null
           )
           select p.id, p.name, p.email
             from people.pub_person p
            where :changer and p.active and (p.id = :me or p.id in (select id from known))
            limit 100) o), '[]') as owners,
         (select count(*) from issues.solving_post n
           where n.issue_id in (select id from inside) and n.kind = 'proposed' and n.decision is null) as proposals,
         coalesce((select json_agg(p order by p.id) from (
           select p.id, p.kind, p.title, p.address
             from issues.pointer p where p.issue_id in (select id from inside) and p.removed_at is null) p), '[]') as pointers,
         (select to_json(p) from (
           select p.id, p.kind, p.title, p.address
             from issues.pointer p
            where :changer and p.issue_id in (select id from inside) and p.removed_at > :undo
            order by p.removed_at desc limit 1) p) as removed,
         (select count(*) from issues.me_too m where m.issue_id = i.id) as hit,
         exists (select from issues.me_too m where m.issue_id = i.id and m.person_id = :me) as mine,
         exists (select from issues.me_too m
                  where m.issue_id = i.id and m.person_id = :me and m.question_id is null) as may_leave,
         coalesce((select json_agg(p) from (
           select split_part(w.department_path, '/', 1) as name, count(*) as hit
             from issues.me_too m join people.pub_person w on w.id = m.person_id
            where m.issue_id = i.id group by 1) p), '[]') as places
    from issues.issue i
    join network.pub_system s on s.id = i.system_id
    left join network.pub_topic t on t.id = i.topic_id
   where i.id = (select id from meant where merged_into is null)) screen
