-- Where several systems stand, those with power users come first: unhelped, then name.
create or replace view pub_system as
select s.id, s.key, s.name, s.active,
       not exists (select from mandate m where m.system_id = s.id and m.state <> 'ended') as unhelped
  from system s;
