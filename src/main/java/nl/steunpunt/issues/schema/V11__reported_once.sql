-- Which sending of a form an issue came from, so that a second click or a repeated request finds it again.
alter table issue add column reported_as uuid;
create unique index issue_reported_as on issue (created_by, reported_as) where reported_as is not null;
