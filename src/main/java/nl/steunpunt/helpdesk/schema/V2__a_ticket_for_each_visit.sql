-- A question that comes back gets a new ticket: what was noted of the first visit stays, and who took it then does not
-- seem to have it now.
alter table ticket drop constraint ticket_question_id_key;
alter table ticket add unique (question_id, came_at);
drop index ticket_came_at_idx;
