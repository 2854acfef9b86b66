with asked as (
  select * from unnest(:things, :terms, :weights, :takes) as a (thing, term, weight, take)
), systems as (
  select array_agg(id) as ids from network.pub_system where active and (:system::bigint is null or id = :system)
), hit as (                -- of each term only those that say most about it: a frequent word cannot make it slow
  select t.suggestion_id, a.thing, max(a.weight * t.weight) as score
    from asked a
    cross join lateral (
      select suggestion_id, weight
        from support.suggestion_term
       where term = a.term and system_id = any((select ids from systems)::bigint[])
       order by weight desc
       limit a.take) t
   where a.take > 0
   group by 1, 2
), candidate as (
  select suggestion_id from hit group by 1 order by sum(score) desc, 1 desc limit :candidates
), found as (              -- the candidates in full, with the terms that were too frequent to start from
  select c.suggestion_id, a.thing, max(a.weight * t.weight) as score
    from candidate c
    cross join lateral (   -- by suggestion: the planner would rather read the frequent terms to their end
      select term, weight from support.suggestion_term where suggestion_id = c.suggestion_id offset 0) t
    join asked a using (term)
   group by 1, 2
), ranked as (             -- more of what was asked beats much of one thing
  select suggestion_id, array_agg(thing) as things,
         sum(score) * power(sum((:shares::real[])[thing + 1]), :cover) as score
    from found
   group by 1
   order by score desc, suggestion_id desc
   limit :limit
)
select s.kind, s.ref_id, s.topic_id, s.title, s.text, r.score, r.things
  from ranked r
  join support.suggestion s on s.id = r.suggestion_id
 order by r.score desc, s.id desc
