-- What was agreed last, beside what a request asks now: a "no" to another offer brings it back.
alter table mandate
  add agreed_share_reason text,
  add agreed_relief text,
  add agreed_relief_by text;

update mandate set agreed_share_reason = share_reason, agreed_relief = relief, agreed_relief_by = relief_by
 where agreed_at is not null and asked_share is null;
