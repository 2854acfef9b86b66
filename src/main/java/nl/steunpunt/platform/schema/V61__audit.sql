-- What administrators and imports changed. Only added to; what is past its time of keeping goes (AuditTrail.forget).
create table audit (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,
  actor_id   bigint,                       -- null: the product itself, or who opened it first
  what       text not null,                -- 'role_given'
  subject_id bigint,                       -- of which kind follows from what
  detail     jsonb not null default '{}'   -- never a name of a person, never a secret
);
create index on audit (what, id desc);
create index on audit (actor_id, id desc);
create index audit_at on audit using brin (at);

create function audit_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('steunpunt.forgetting', true) = 'on' then
    return old;
  end if;
  raise exception 'the audit trail is only added to';
end $$;
create trigger audit_stays before update or delete on audit for each row execute function audit_stays();

create view pub_audit as select id, at, actor_id, what, subject_id, detail from audit;
