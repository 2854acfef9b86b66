-- What a power user heard on the floor, for the round on which it was noted: their own alone.
create view pub_floor_signal as
select id, heard_by_id, text, state from signal where heard_by_id is not null;
