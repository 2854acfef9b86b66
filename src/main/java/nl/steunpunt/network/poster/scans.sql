-- Codes that were followed since a day, and how often in each week; those that still hold first.
with followed as materialized (
    select l.id as location, l.path, c.code, c.withdrawn_at is not null or l.id is null as withdrawn
      from network.place_code c left join people.pub_location l on l.id = c.location_id
     where exists (select from network.place_scan s where s.code = c.code and s.day >= :from)
  ),
  seen as (
    select f.withdrawn, coalesce(f.path, '') as path, f.code from followed f where f.code = :after
  ),
  page as (
    select f.* from followed f
     where not exists (select from seen)
        or (f.withdrawn, coalesce(f.path, ''), f.code) > (select s.withdrawn, s.path, s.code from seen s)
     order by f.withdrawn, coalesce(f.path, ''), f.code limit :rows
  )
select to_json(it) from (
  select coalesce((select json_agg(r order by r.withdrawn, coalesce(r.path, ''), r.code) from (
    select p.*,
           (select json_agg(coalesce((select sum(s.scans) from network.place_scan s
                                       where s.code = p.code and s.day >= w.monday and s.day < w.monday + 7), 0)
                            order by w.monday)
              from unnest(:mondays::date[]) as w (monday)) as weeks
      from page p) r), '[]') as codes) it
