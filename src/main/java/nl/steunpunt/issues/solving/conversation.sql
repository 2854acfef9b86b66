with recursive meant (id, merged_into) as (
  select id, merged_into from issues.issue where id = :id
  union all
  select i.id, i.merged_into from meant m join issues.issue i on i.id = m.merged_into
),
inside (id) as (                       -- what was said of what went into it is of it now
  select id from meant where merged_into is null
  union
  select i.id from issues.issue i join inside on i.merged_into = inside.id
),
tried as (                             -- the last word of each: who tried it again has another
  select distinct on (author_id) author_id, kind
    from issues.solving_post where issue_id in (select id from inside) and kind in ('works', 'fails')
   order by author_id, id desc
)
select to_json(screen) from (
  select i.id, i.title, i.status, i.workaround, i.planned_release,
         not exists (select from issues.unnamed u where u.person_id = :me) as named,
         (select count(*) from tried where kind = 'works') as works,
         (select count(*) from tried where kind = 'fails') as fails,
         coalesce((select json_agg(s order by s.id) from (
           select s.id, s.author_id, p.name as author, s.kind, s.text, s.at, s.decision, d.name as decided_by, s.reason,
                  s.version
             from issues.solving_post s
             join people.pub_person p on p.id = s.author_id
             left join people.pub_person d on d.id = s.decided_by
            where s.issue_id in (select id from inside) and s.id < coalesce(:before::bigint, 9223372036854775807)
            order by s.id desc limit :rows) s), '[]') as said
    from issues.issue i
   where i.id = (select id from meant where merged_into is null)) screen
