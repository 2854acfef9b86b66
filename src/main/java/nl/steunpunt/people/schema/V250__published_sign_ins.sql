-- Where somebody is signed in and until when: what belongs to a sign-in ends with it.
create view pub_sign_in as
select id, person_id, least(expires_at, revoked_at) as until_at
  from sign_in
 where kind = 'browser';
