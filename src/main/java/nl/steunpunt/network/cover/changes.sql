with chosen as (
  select s.id from network.pub_system s
   where s.active and (:system::bigint is null or s.id = :system)
   order by s.unhelped, s.name, s.id limit 1
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.unhelped, s.name, s.id), '[]')
            from network.pub_system s where s.active) as systems,
         (select id from chosen) as system,
         (select coalesce(json_agg(c order by c.id desc), '[]') from (
           select change.id, change.kind, change.after, change.made_at, change.undone_at,
                  coalesce(case change.kind
                             when 'department' then (select d.path from people.pub_department d where d.id = change.ref_id)
                             when 'location' then (select l.path from people.pub_location l where l.id = change.ref_id)
                             else (select p.name from people.pub_person p where p.id = change.ref_id)
                           end, '?') as about,
                  who.name as power_user, maker.name as made_by,
                  (select had.name
                     from network.constituency_change taken
                     join network.mandate m on m.id = taken.mandate_id
                     join people.pub_person had on had.id = m.person_id
                    where taken.id = change.with_id) as moved_from,
                  coalesce((select had.stage
                              from network.constituency_change taken
                              join network.mandate had on had.id = taken.mandate_id
                             where taken.id = change.with_id), m.stage) = 'ended' as ended,
                  (select p.name from people.pub_person p where p.id = change.undone_by) as undone_by
             from network.constituency_change change
             join network.mandate m on m.id = change.mandate_id
             join people.pub_person who on who.id = m.person_id
             join people.pub_person maker on maker.id = change.made_by
            where change.system_id = (select id from chosen)
              and not exists (select from network.constituency_change given where given.with_id = change.id)
            order by change.id desc limit :rows) c) as changes) screen
