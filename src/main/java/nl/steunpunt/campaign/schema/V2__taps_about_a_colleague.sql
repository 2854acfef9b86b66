-- Of somebody who leaves, or asks what is kept of them.
create index on tap (whom_id) where whom_id is not null;
update tap set whom_id = null where kind <> 'me_too';
alter table tap add check (whom_id is null or kind = 'me_too');
