-- Whom a power user serves at a moment: the first in order, and a deputy for as long as all before them are away. Nobody serves
-- themselves, and who left is nobody's. Read by person or by power user, it takes the index that fits.
create function pub_serving(at timestamptz)
returns table (person_id bigint, system_id bigint, power_user_id bigint, standing_in boolean) language sql stable as $$
  select c.person_id, c.system_id, c.power_user_id, c.rank > 0
    from network.constituency c
    join people.pub_active_person p on p.id = c.person_id
   where c.power_user_id <> c.person_id
     and (c.rank = 0 or not exists (
       select from network.constituency first
        where first.person_id = c.person_id and first.system_id = c.system_id and first.rank < c.rank
          -- once for all, not for each person: a deputy of hundreds asks hundreds of times
          and first.power_user_id not in (select a.person_id from network.absence a where a.from_at <= at and a.until_at > at)))
$$;
