-- Whether a power user is told how many of those whom they serve first an issue hits without their name: when that can be any of at
-- least five, since who said so themselves is not one of them. Groups served first have nobody in common; of those whom a deputy
-- serves for a while only names are told, or that time would tell of a few people apart.
create function pub_nameless_told(told bigint, hitting bigint) returns boolean language sql stable as $$
  select exists (
    select from network.pub_constituency c
      join people.pub_active_person p on p.id = c.person_id
     where c.power_user_id = told and c.rank = 0 and c.person_id <> told
       and c.system_id = (select i.system_id from issues.issue i where i.id = hitting)
       and not exists (select from issues.me_too m where m.issue_id = hitting and m.person_id = c.person_id and m.named)
    offset 4)
$$;

create or replace view pub_me_too as select issue_id, person_id, question_id, at, named from me_too;
