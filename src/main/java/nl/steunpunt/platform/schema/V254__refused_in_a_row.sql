-- How many messages in a row it refused, each for itself: one that takes none is somebody's worry too.
alter table webhook add column refused int not null default 0;
