-- Floors on which at least two power users serve people first, and where nobody was on a round for a week. With one
-- power user it would say who did not walk; so the number is of those who could, and no name is read.
with place as materialized (
  select l.id, concat_ws('/', split_part(l.path, '/', 1), split_part(l.path, '/', 2), split_part(l.path, '/', 3)) as floor
    from people.pub_location l
   where split_part(l.path, '/', 3) <> ''
),
served as materialized (
  select x.floor, count(distinct p.id)::int as people
    from place x
    join people.pub_person p on p.location_id = x.id and p.active
    join network.pub_constituency c on c.person_id = p.id and c.rank = 0
   group by x.floor
  having count(distinct c.power_user_id) >= 2
),
walked as materialized (
  select x.floor, max(z.walked_at) as at
    from campaign.round_zone z join place x on x.id = z.location_id
   where z.walked_at is not null
   group by x.floor
)
select to_json(it) from (
  select s.floor as path, s.people, w.at is not null as ever
    from served s left join walked w on w.floor = s.floor
   where w.at is null or w.at < :since
   order by s.people desc, s.floor
   limit :most) it
