-- What we said in another system, as a mark of its words: it is ours when it comes back, whoever's key it was said with.
create table told (
  ticket_id bigint not null references linked_ticket on delete cascade,
  words     bytea not null,
  primary key (ticket_id, words)
);
