-- By department how news of the last weeks arrived, once its power users had their time: told by one, heard from the product
-- instead, or waiting still. Only departments with five people or more and two power users or more; the others together, when those are so.
with heard as (
  select split_part(p.department_path, '/', 1) as name, h.person_id, h.state, c.power_user_id
    from issues.news n
    join issues.hearing h on h.news_id = n.id
    join issues.issue i on i.id = n.issue_id
    join people.pub_person p on p.id = h.person_id
    left join network.pub_constituency c on c.person_id = h.person_id and c.system_id = i.system_id and c.rank = 0
   where n.at > :since and not n.asks and (h.state <> 'to_tell' or h.product_at <= :now)
), sized as (
  select name, count(distinct person_id) >= :fewest and count(distinct power_user_id) >= 2 as alone from heard group by name
), places as (
  select case when s.alone then h.name end as name, count(distinct h.person_id) as people, count(distinct h.power_user_id) as power_users,
         count(*) filter (where h.state in ('told', 'disputed')) as told, count(*) filter (where h.state = 'heard') as heard,
         count(*) filter (where h.state = 'to_tell') as waiting, count(*) filter (where h.power_user_id is null) as without
    from heard h join sized s using (name) group by 1
)
select to_json(place) from (
  select name, people, told, heard, waiting, without from places
   where people >= :fewest and power_users >= 2
   order by told::float8 / (told + heard + waiting), people desc, name limit 50) place
