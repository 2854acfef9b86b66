with recursive meant (id, merged_into) as (
  select id, merged_into from issues.issue where id = :id
  union all
  select i.id, i.merged_into from meant m join issues.issue i on i.id = m.merged_into
),
hit as materialized (
  select m.person_id, m.at, p.department_id, split_part(p.department_path, '/', 1) as place
    from issues.me_too m join people.pub_person p on p.id = m.person_id
   where m.issue_id = (select id from meant where merged_into is null)
)
select to_json(screen) from (
  select i.id, i.title,
         (select count(*) from hit) as people,
         (select count(distinct department_id) from hit) as teams,
         (select count(distinct c.power_user_id)
            from hit h join network.pub_constituency c on c.person_id = h.person_id
           where c.system_id = i.system_id and c.rank = 0) as constituencies,
         coalesce((select json_agg(p) from (select place as name, count(*) as hit from hit group by 1) p), '[]') as places,
         (select json_agg(d order by d.day) from (
           select g.day::date as day, count(h.person_id) as people
             from generate_series(:first::date, :today::date, interval '1 day') g (day)
             left join hit h on h.at >= :since and (h.at at time zone :zone)::date = g.day::date
            group by 1) d) as days
    from issues.issue i
   where i.id = (select id from meant where merged_into is null)) screen
