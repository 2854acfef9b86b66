-- When somebody wants the mail of the morning, and on which day the last one was made: once a day, whichever node is first.
create table morning (
  person_id bigint primary key,
  at_time   time,                    -- by the organisation's wall clock; null: the usual time
  sent_on   date
);
create index choice_of_mornings on choice (person_id, occasion) where way = 'digest' and wanted;
