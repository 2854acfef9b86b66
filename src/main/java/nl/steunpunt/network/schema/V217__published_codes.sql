-- Where each short address leads now, for other modules.
create view pub_place_code as select location_id, code from place_code where withdrawn_at is null;
