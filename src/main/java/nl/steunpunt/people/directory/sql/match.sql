-- Whom each row is about. The number decides. Without a number on either side the address does, unless
-- its holder is already meant by number: then the row is a newcomer who gets that address.
with by_number as (
  select l.line, p.id
    from people.import_line l
    join people.person p on p.employee_number = l.employee_number
), by_address as (
  select distinct on (l.line) l.line, p.id
    from people.import_line l
    join people.person p on p.email = l.email
   where (p.active and (l.employee_number is null or p.employee_number is null)
          or not p.active and l.employee_number is null and p.employee_number is null)
     and not exists (select from by_number n where n.line = l.line)
     and not exists (select from by_number n where n.id = p.id)
   order by l.line, p.active desc, p.left_at desc nulls last
)
update people.import_line l
   set person_id = m.id
  from (select * from by_number union all select * from by_address) m
 where m.line = l.line
