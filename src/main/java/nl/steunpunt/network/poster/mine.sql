-- Of who is no lead: where they sit and where the people sit whom they serve, up to the floor.
with recursive
  at as (
    select p.location_id as id from people.pub_person p where not :all and p.id = :me
    union
    select p.location_id from network.constituency c join people.pub_person p on p.id = c.person_id and p.active
     where not :all and c.power_user_id = :me
  ),
  mine as (
    select a.id from at a where a.id is not null
    union
    select l.parent_id from mine m join people.pub_location l on l.id = m.id where l.depth > 3
  )
