-- What was said against it, also of what went into it. What those said for whom it did not work is read until a release asks anew:
-- whoever mends it reads it when it is open again.
with recursive inside (id) as (
  select :issue::bigint union select g.id from issues.issue g join inside on g.merged_into = inside.id
)
select to_json(screen) from (
  select i.id, i.title, i.status, i.workaround, i.planned_release, n.id as news, n.at, n.text_nl, n.text_en,
         coalesce(n.spread_at is null and n.id is not null, false) as spreading, coalesce(n.asks or n.reopened and q.id = n.before, false) as asks,
         h.total, h.to_tell, h.told, h.heard, h.disputed, a.yes, a.no,
         coalesce((select json_agg(w.text order by w.at desc)
                     from (select text, at from issues.works_answer
                            where news_id = q.id and not works and text <> '' order by at desc limit 20) w), '[]') as said,
         coalesce((select json_agg(json_build_object('by', p.name, 'people', d.people, 'text', d.text, 'at', d.at) order by d.id desc)
                     from (select * from issues.dispute
                            where issue_id in (select id from inside) order by id desc limit 20) d
                     left join people.pub_person p on p.id = d.power_user_id), '[]') as disputes
    from issues.issue i
    left join lateral (select w.*, (select max(o.id) from issues.news o where o.issue_id = i.id and o.id < w.id) as before
                         from issues.news w where w.issue_id = i.id order by w.id desc limit 1) n on true
    left join lateral (select max(id) as id from issues.news where issue_id = i.id and asks) q on true
    cross join lateral (
      select count(*)::int as total,
             count(*) filter (where r.state = 'to_tell')::int as to_tell, count(*) filter (where r.state = 'told')::int as told,
             count(*) filter (where r.state = 'heard')::int as heard, count(*) filter (where r.state = 'disputed')::int as disputed
        from issues.hearing r where r.issue_id = i.id and r.news_id = n.id) h
    cross join lateral (
      select count(*) filter (where w.works)::int as yes, count(*) filter (where not w.works)::int as no
        from issues.works_answer w where w.news_id = q.id) a
   where i.id = :issue) screen
