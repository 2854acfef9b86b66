-- Which sending of a form a signal or a help moment came from, so that a second click or a repeated request finds it again.
alter table signal add column said_as uuid;
create unique index signal_said_as on signal (coalesce(sender_id, heard_by_id), said_as) where said_as is not null;
alter table help_moment add column noted_as uuid;
create unique index help_moment_noted_as on help_moment (power_user_id, noted_as) where noted_as is not null;
