-- How many questions wait with each power user, as a sum of changes: read at each routing, of all power users when the
-- asker's own are full, where counting tens of thousands of open questions took longer than all else of asking. Rows are
-- only added, so that two questions for one power user do not wait for each other, and folded together each second.
create table load (
  system_id     bigint not null,
  power_user_id bigint not null,
  waiting       int not null
);
comment on table load is 'derived: a backup that is put back fills it through the triggers';
create index load_sum on load (system_id, power_user_id) include (waiting);

create function load_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.status = 'with_power_user' then
    insert into support.load values (old.system_id, old.power_user_id, -1);
  end if;
  if tg_op <> 'DELETE' and new.status = 'with_power_user' then
    insert into support.load values (new.system_id, new.power_user_id, 1);
  end if;
  return null;
end
$$;
create trigger load_grows after insert on question for each row
  when (new.status = 'with_power_user') execute function load_changed();
create trigger load_shrinks after delete on question for each row
  when (old.status = 'with_power_user') execute function load_changed();
create trigger load_moves after update on question for each row
  when ((old.status = 'with_power_user', old.system_id, old.power_user_id)
        is distinct from (new.status = 'with_power_user', new.system_id, new.power_user_id))
  execute function load_changed();

insert into load
select system_id, power_user_id, count(*) from question where status = 'with_power_user' group by 1, 2;

drop index question_load;
