with recursive release (name) as (     -- each once, by the index
  select max(planned_release) from issues.issue
  union all
  select (select max(n.planned_release) from issues.issue n where n.planned_release < r.name)
    from release r where r.name is not null
), chosen as (
  select coalesce(nullif(:name, ''), (select name from release where name is not null limit 1)) as name
), mended as (
  select i.id, i.title, i.status, i.open
    from issues.issue i, chosen
   where i.planned_release = chosen.name and i.status <> 'wont_fix' and i.merged_into is null
   order by i.id desc limit :most + 1
)
select to_json(screen) from (
  select coalesce((select json_agg(name) from (select name from release where name is not null limit 100) r), '[]') as releases,
         (select name from chosen) as name,
         (select count(*) from mended) > :most as more,
         coalesce((select json_agg(m order by m.open, m.id desc) from (
           select m.id, m.title, m.status, m.open,
                  coalesce((select json_agg(h.name order by h.name) from (
                    select distinct p.id, p.name
                      from issues.solving_post s join people.pub_person p on p.id = s.author_id
                     where s.issue_id in (
                             with recursive inside (id) as (
                               select m.id union select n.id from issues.issue n join inside on n.merged_into = inside.id
                             )
                             select id from inside)
                       and p.active
                       and not exists (select from issues.unnamed u where u.person_id = p.id)) h), '[]') as helped
             from mended m order by m.id desc limit :most) m), '[]') as mended) screen
