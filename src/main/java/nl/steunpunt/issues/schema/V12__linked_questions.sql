-- Which questions are about an issue: somebody may come with it more than once, and is hit by it once.
create table linked_question (
  issue_id    bigint not null references issue on delete cascade,
  question_id bigint not null,
  primary key (question_id, issue_id)
);
insert into linked_question (issue_id, question_id)
select issue_id, question_id from me_too where question_id is not null;
