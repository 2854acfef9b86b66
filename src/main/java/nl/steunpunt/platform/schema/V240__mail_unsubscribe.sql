-- Where one request ends mail that can be done without (RFC 8058). It opens something, so it goes with the bodies.
alter table mail add column unsubscribe text;
