with recursive %s,
-- each owner and each release once, by the index: so many issues, so few of these
owner (id) as (
  select min(owner_id) from issues.issue where :worker
  union all
  select (select min(n.owner_id) from issues.issue n where n.owner_id > o.id) from owner o where o.id is not null
),
release (name) as (
  select min(planned_release) from issues.issue
  union all
  select (select min(n.planned_release) from issues.issue n where n.planned_release > r.name)
    from release r where r.name is not null
)
select to_json(screen) from (
  select coalesce((select json_agg(r order by r.id desc) from (
           select i.id, i.title, i.status, i.severity, t.name_nl as topic_nl, t.name_en as topic_en,
                  i.workaround is not null as has_workaround, i.planned_release,
                  (select p.name from people.pub_person p where :worker and p.id = i.owner_id) as owner,
                  (select count(*) from issues.me_too m where m.issue_id = i.id) as hit,
                  exists (select from issues.me_too m where m.issue_id = i.id and m.person_id = :me) as mine,
                  i.changed_at
             from found i
             left join network.pub_topic t on t.id = i.topic_id) r), '[]') as rows,
         (select not is_so from exact) as near,
         coalesce((select json_agg(s order by s.name, s.id) from (
           select s.id, s.name,
                  coalesce((select json_agg(t order by t.name_nl, t.id) from (
                    select t.id, t.name_nl, t.name_en
                      from network.pub_topic t where t.system_id = s.id and t.active) t), '[]') as topics
             from network.pub_system s where s.active) s), '[]') as systems,
         coalesce((select json_agg(o order by o.name, o.id) from (
           select p.id, p.name from owner join people.pub_person p using (id) limit 100) o), '[]') as owners,
         coalesce((select json_agg(name order by name) from (
           select name from release where name is not null limit 100) r), '[]') as releases,
         coalesce((select json_agg(t order by t.began_on desc, t.id) from (
           select t.id, t.name_nl, t.name_en, s.name as system, r.observed, round(r.expected)::int as expected, r.began_on
             from issues.topic_rise r
             join network.pub_topic t on t.id = r.topic_id
             join network.pub_system s on s.id = t.system_id
            where :warned and r.ended_on is null
            order by r.began_on desc limit 5) t), '[]') as rising,
         coalesce((select json_agg(w order by w.id) from (
           select distinct i.id, i.title as name
             from issues.solving_post n join issues.issue i on i.id = n.issue_id
            where :decides and n.kind = 'proposed' and n.decision is null and (i.open or i.merged_into is not null)
            order by i.id limit 5) w), '[]') as waiting,
         coalesce((select json_agg(v order by lower(v.name), v.id) from (
           select id, name, query from issues.saved_view where person_id = :me and removed_at is null) v), '[]') as views,
         (select to_json(v) from (
           select id, name, query from issues.saved_view
            where person_id = :me and removed_at > :undo order by removed_at desc limit 1) v) as removed) screen
