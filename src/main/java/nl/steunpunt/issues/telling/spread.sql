-- The next people who are hit by an issue, in order of their numbers, each with how they will hear its news: from their power user, the
-- first in order who is there now, or from the product. Whose name may not be said, who serves themselves, and who is asked whether it
-- works now, hears from the product.
with next_people as (
  select m.person_id, m.named
    from issues.me_too m
   where m.issue_id = :issue and m.person_id > :after
     and case when :those::bigint[] is null then m.at <= :at else m.person_id = any(:those::bigint[]) end
   order by m.person_id limit :most
), served as (
  select s.person_id, p.id is not null and s.person_id is distinct from :by::bigint as hears,
         case when s.named and p.id is not null and not :asks then (
           select c.power_user_id
             from network.pub_constituency c
            where c.person_id = s.person_id and c.system_id = :system
              and not exists (select from network.pub_absence a
                               where a.person_id = c.power_user_id and a.from_at <= :now and a.until_at > :now)
            order by c.rank limit 1) end as power_user_id
    from next_people s
    left join people.pub_active_person p on p.id = s.person_id
), heard as (
  insert into issues.hearing as h (issue_id, person_id, news_id, state, product_at)
  select :issue, s.person_id, :news, 'to_tell',
         case when s.power_user_id is null or s.power_user_id = s.person_id then :at::timestamptz else :later::timestamptz end
    from served s
   where s.hears
   order by s.person_id
  on conflict (issue_id, person_id) do update
     set news_id = excluded.news_id, product_at = excluded.product_at,
         heard_id = case when h.state = 'to_tell' then h.heard_id else h.news_id end,
         state = case when :reopened and h.state = 'disputed' then 'disputed' else 'to_tell' end,
         power_user_id = case when :reopened and h.state = 'disputed' then h.power_user_id end
   where h.news_id < excluded.news_id
  returning person_id, state
)
select s.person_id, nullif(s.power_user_id, s.person_id) as power_user_id, coalesce(h.state = 'to_tell', false) as hears
  from served s left join heard h on h.person_id = s.person_id
 order by s.person_id
