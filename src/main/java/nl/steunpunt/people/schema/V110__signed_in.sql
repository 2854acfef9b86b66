-- Who is signed in somewhere with a browser, and until when at most.
create view pub_signed_in as
select person_id, expires_at from sign_in where kind = 'browser' and revoked_at is null;
