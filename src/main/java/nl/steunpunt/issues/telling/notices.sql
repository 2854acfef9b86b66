, known as materialized (
  select h.issue_id, h.news_id, h.person_id, h.state, h.power_user_id, h.product_at, m.named, mine.standing_in
    from mine
    join issues.hearing h on h.person_id = mine.person_id
    join issues.issue i on i.id = h.issue_id and i.system_id = mine.system_id
    join issues.me_too m on m.issue_id = h.issue_id and m.person_id = h.person_id
   where :issue::bigint is null or h.issue_id = :issue
), nameless as materialized (
  select issue_id from (select distinct issue_id from known where not named and not standing_in) k
   where issues.pub_nameless_told(:me, issue_id)
), heard as materialized (
  select * from known
   where named or not standing_in and issue_id in (select issue_id from nameless)
), cards as (
  select h.issue_id, max(h.news_id) as news,
         count(*) filter (where h.state = 'to_tell' and h.named) as waiting,
         min(h.product_at) filter (where h.state = 'to_tell' and h.named) as until,
         count(*) filter (where h.state = 'told' and h.power_user_id = :me) as told,
         count(*) filter (where h.state = 'heard') as heard,
         count(*) filter (where h.state = 'disputed') as disputed,
         bool_and(h.standing_in) as standing_in
    from heard h group by h.issue_id
), shown as (
  (select c.*, true as waits from cards c
    where c.waiting > 0 and c.news > coalesce(:after::bigint, 0) order by c.news limit :rows)
  union all
  (select c.*, false from cards c join issues.news n on n.id = c.news
    where c.waiting = 0 and (c.told + c.disputed > 0 and n.at > :since or :issue::bigint is not null)
    order by c.news desc limit 10)
), written as (
  select s.waits, s.news as place, json_build_object(
           'id', i.id, 'news', s.news, 'title', i.title, 'status', i.status, 'workaround', i.workaround,
           'planned_release', i.planned_release, 'at', n.at, 'until', s.until,
           -- a scalar for each person: joined, all who are hit by it would be read
           'hit', (select count(*) from mine
                    where mine.system_id = i.system_id
                      and (select m.named or not mine.standing_in and s.nameless_told
                             from issues.me_too m where m.issue_id = i.id and m.person_id = mine.person_id)),
           'told', s.told, 'heard', s.heard, 'disputed', s.disputed, 'standing_in', s.standing_in,
           'news_nl', n.text_nl, 'news_en', n.text_en,
           'names', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
                                from heard h join people.pub_person p on p.id = h.person_id
                               where h.issue_id = i.id and h.state = 'to_tell' and h.named), '[]'),
           'own', coalesce((select json_agg(json_build_object('language', w.language, 'text', w.text))
                              from issues.own_words w where w.news_id = s.news and w.power_user_id = :me), '[]')) as card
    from (select shown.*, issues.pub_nameless_told(:me, issue_id) as nameless_told from shown offset 0) s
    join issues.issue i on i.id = s.issue_id
    join issues.news n on n.id = s.news
)
select json_build_object(
         'to_tell', coalesce((select json_agg(card order by place) from written where waits), '[]'),
         'told', coalesce((select json_agg(card order by place desc) from written where not waits), '[]'),
         'all', (select count(*) from cards where waiting > 0))
