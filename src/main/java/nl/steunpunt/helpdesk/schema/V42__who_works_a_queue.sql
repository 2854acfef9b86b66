-- Who is warned of what waits in a queue; of one without anybody here, all of the desk.
create table queue_person (
  queue_id  bigint not null references queue on delete cascade,
  person_id bigint not null,
  primary key (queue_id, person_id)
);
create index on queue_person (person_id);
