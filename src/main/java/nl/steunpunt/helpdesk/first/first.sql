-- Contacts by week, and by blocks of two weeks those by one thing: parts that may be told, and nothing smaller
-- (docs/adr/0320). A contact is a question, however it came in.
with block as (
  select p.block, p.system_id, p.topic_id, case :by::text when 'department' then p.department when 'location' then p.location end as place,
         p.desk_first as first,
         p.confirmed + p.potential + p.none + p.running + p.withdrawn + p.desk_first as contacts
    from helpdesk.outcome_part p
   where p.dimension = case when :by in ('department', 'location') then 'place' else :by end
),
grouped as (
  select b.block, b.system_id, b.topic_id, b.place, sum(b.contacts) as contacts, sum(b.first) as first
    from block b group by b.block, b.system_id, b.topic_id, b.place
),
systems as (
  select count(distinct system_id) as many from helpdesk.outcome_part where dimension = 'system'
)
select to_json(screen) from (
  select (select coalesce(json_agg(json_build_object('week', s.first_week, 'first', s.desk_first, 'contacts',
                   s.confirmed + s.potential + s.none + s.running + s.withdrawn + s.desk_first) order by s.first_week), '[]')
            from helpdesk.outcome_span s
           where s.first_week + 7 * s.weeks > (select max(n.first_week + 7 * n.weeks) from helpdesk.outcome_span n) - 7 * :weeks::int) as total,
         (select coalesce(json_agg(g order by g.contacts desc), '[]') from (
            select coalesce(b.place, nullif(concat_ws(' · ', t.name_nl, s.name), '')) as name_nl,
                   coalesce(b.place, nullif(concat_ws(' · ', t.name_en, s.name), '')) as name_en,
                   sum(b.contacts) as contacts,
                   json_agg(json_build_object('week', b.block, 'first', b.first, 'contacts', b.contacts) order by b.block) as weeks
              from grouped b
              left join support.pub_topic t on t.id = b.topic_id
              cross join systems
              left join network.pub_system s
                on s.id = b.system_id and (:by = 'system' or t.id is not null and systems.many > 1)
             group by b.system_id, b.topic_id, b.place, t.name_nl, t.name_en, s.name) g) as groups,
         (select many from systems) as systems) screen
