-- The screen of a round: the one that goes on, else what is planned, with what can be chosen on the way.
with walking as materialized (
  select r.id, r.client_id, r.started_at from campaign.round r
   where r.person_id = :me and r.ended_at is null and r.started_at > :since
     -- One that was never ended does not come back after another.
     and not exists (select from campaign.round later
                      where later.person_id = :me and (later.started_at, later.id) > (r.started_at, r.id))
),
served as materialized (
  select p.id, p.name, p.location_id, c.system_id
    from network.pub_constituency c join people.pub_person p on p.id = c.person_id and p.active
   where c.power_user_id = :me and c.rank = 0
),
here as materialized (
  select location_id, count(*)::int as people from served where location_id is not null group by 1
),
-- Without a plan the places of one's people, those with most of them.
route as materialized (
  select s.location_id, s.sort from campaign.round_stop s where s.person_id = :me
  union all
  (select h.location_id, row_number() over (order by l.path)::int
     from (select * from here order by people desc, location_id limit 8) h
     join people.pub_location l on l.id = h.location_id
    where not exists (select from campaign.round_stop s where s.person_id = :me))
),
past as materialized (
  select r.id, r.client_id, r.started_at, r.ended_at from campaign.round r
   where r.person_id = :me and r.id not in (select id from walking)
   order by r.started_at desc limit :past
)
select to_json(screen) from (
  select exists (select from campaign.round_stop where person_id = :me) as planned,
         coalesce((select weekdays from campaign.round_plan where person_id = :me), '{}') as weekdays,
         (select at_time from campaign.round_plan where person_id = :me) as at,
         coalesce((select json_agg(z order by z.sort) from (
           select l.id, l.path, coalesce(h.people, 0) as people, r.sort
             from route r join people.pub_location l on l.id = r.location_id
             left join here h on h.location_id = l.id) z), '[]') as route,
         (select to_json(w) from (
           select w.client_id as id, w.started_at,
                  coalesce((select json_agg(z order by z.sort) from (
                    select l.id, l.path, coalesce(h.people, 0) as people, z.walked_at, z.sort
                      from campaign.round_zone z join people.pub_location l on l.id = z.location_id
                      left join here h on h.location_id = l.id
                     where z.round_id = w.id) z), '[]') as zones,
                  coalesce((select json_agg(t order by t.at, t.n) from (
                    select t.client_id as id, t.id as n, t.kind, t.location_id as place, t.occurred_at as at, t.minutes,
                           tp.name_nl as topic_nl, tp.name_en as topic_en,
                           case t.kind when 'heard' then s.text
                                       when 'me_too' then p.name || ' · ' || i.title end as what
                      from campaign.tap t
                      left join support.pub_help_moment m on m.id = t.help_moment_id
                      left join network.pub_topic tp on tp.id = m.topic_id
                      left join support.pub_floor_signal s on s.id = t.signal_id and s.heard_by_id = :me
                      left join issues.pub_issue i on i.id = t.issue_id
                      left join people.pub_person p on p.id = t.whom_id
                     where t.round_id = w.id and not t.undone) t), '[]') as taps
             from walking w) w) as walking,
         coalesce((select json_agg(y order by y.name) from (
           select s.id, s.name,
                  coalesce((select json_agg(t order by t.name_nl) from (
                    select t.id, t.name_nl, t.name_en from network.pub_topic t where t.system_id = s.id and t.active) t), '[]') as topics
             from network.pub_system s
            where s.active and s.id in (select system_id from network.pub_power_user where person_id = :me)) y), '[]') as systems,
         coalesce((select json_agg(i order by i.hit desc, i.id desc) from (
           select i.id, i.title,
                  (select count(*) from issues.pub_me_too m join served x on x.id = m.person_id and x.system_id = i.system_id
                    where m.issue_id = i.id and (m.named or issues.pub_nameless_told(:me, i.id))) as hit
             from issues.pub_issue i
            where i.open
              and i.system_id in (select system_id from network.pub_power_user where person_id = :me)
            order by hit desc, i.id desc limit :mostIssues) i), '[]') as issues,
         -- Where there are too many, each place has its first ones, and the page says that there are more.
         coalesce((select json_agg(p order by p.name, p.id) from (
           select x.id, x.name, x.location_id as place from served x
            where x.location_id in (select location_id from route
                                    union select z.location_id from campaign.round_zone z join walking w on w.id = z.round_id)
            order by row_number() over (partition by x.location_id order by x.name, x.id), x.name, x.id limit :mostPeople) p), '[]') as people,
         coalesce((select json_agg(p order by p.started_at desc) from (
           select r.client_id as id, r.started_at,
                  (select e.client_id from campaign.tap e where e.round_id = r.id and e.kind = 'ended' and not e.undone
                    order by e.occurred_at desc, e.id desc limit 1) as ended_by,
                  coalesce(ceil(extract(epoch from coalesce(r.ended_at, max(t.occurred_at), r.started_at) - r.started_at) / 60), 0)::int as minutes,
                  (select count(*) from campaign.round_zone z where z.round_id = r.id) as zones,
                  (select count(*) from campaign.round_zone z where z.round_id = r.id and z.walked_at is not null) as walked,
                  count(*) filter (where t.kind = 'talked') as talked,
                  count(*) filter (where t.kind = 'helped') as helped,
                  count(*) filter (where t.kind = 'heard') as heard,
                  count(*) filter (where t.kind = 'me_too') as me_too
             from past r left join campaign.tap t on t.round_id = r.id and not t.undone
            group by r.id, r.client_id, r.started_at, r.ended_at) p), '[]') as past) screen
