-- Which sending of a form a question came from, so that a second click or a repeated request finds it again.
alter table question add column asked_as uuid;
create unique index question_asked_as on question (filed_by_id, asked_as) where asked_as is not null;
