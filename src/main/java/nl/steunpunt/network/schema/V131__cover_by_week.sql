-- How each mandate stood, from which moment until which, as its history tells: whether it served, and whether the line
-- manager's agreement held. What the steps in between are (asked, reminded, recorded) changes neither.
create view mandate_span as
with told as (
  select s.id, s.mandate_id, m.system_id, s.kind, s.at, m.state,
         count(*) filter (where s.kind in ('agreed', 'renewed', 'still_agreed', 'imported', 'manager_changed',
                                           'department_changed', 'ended', 'returned', 'carried_over')) over w as word,
         count(*) filter (where s.kind in ('proposed', 'imported', 'candidate_agreed', 'candidate_refused', 'agreed', 'renewed',
                                           'still_agreed', 'declined', 'grace_over', 'grace_extended', 'ended', 'returned',
                                           'carried_over')) over w as turn
    from mandate_step s join mandate m on m.id = s.mandate_id
  window w as (partition by s.mandate_id order by s.id)
), agreed as (
  select told.*,
         case first_value(kind) over (partition by mandate_id, word order by id)
           when 'agreed' then true when 'renewed' then true when 'still_agreed' then true
           when 'carried_over' then state = 'active' when 'returned' then state = 'active' else false end as agreed
    from told
)
select mandate_id, system_id, at as from_at, lead(at) over (partition by mandate_id order by id) as until_at, agreed,
       case first_value(kind) over turned
         when 'proposed' then false when 'grace_over' then false when 'ended' then false
         -- A "no" ends what was provisional; what was agreed stands.
         when 'declined' then first_value(agreed) over turned
         when 'candidate_refused' then first_value(agreed) over turned
         else true end as serves
  from agreed
window turned as (partition by mandate_id, turn order by id);

-- People without a power user at the end of each week, or as last counted in it. Numbers alone.
create table cover_week (
  system_id bigint not null references system,
  week      date not null check (extract(isodow from week) = 1),     -- its Monday
  unserved  int not null,
  primary key (system_id, week)
);
