-- What it was about, as the desk says at closing; null: as its asker said.
alter table ticket add column topic_id bigint;
create index ticket_learning on ticket (closed_at) where could_power_user;
