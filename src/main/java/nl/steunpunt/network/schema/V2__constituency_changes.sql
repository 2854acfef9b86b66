-- By which kind of rule a power user serves this person, and how near that rule comes: lower is
-- nearer (see recompute.sql). Two of the same nearness at ranks 0 and 1 are a conflict for the lead.
alter table constituency add column via text not null check (via in ('exception', 'manager', 'department', 'location'));
alter table constituency add column nearness int not null;
-- Derived rows, half a million in a large organisation, written from current mandates alone:
-- checking each against its mandate took a third of a recompute.
alter table constituency drop constraint constituency_mandate_id_fkey;

-- Each edit of rules and exceptions, so that the lead can take back the last one. A state is null
-- (no such rule or exception), 'served' or 'not_served'.
create table constituency_change (
  id         bigint generated always as identity primary key,
  system_id  bigint not null references system,
  mandate_id bigint not null references mandate,
  kind       text not null check (kind in ('department', 'location', 'manager', 'person')),
  ref_id     bigint not null,
  before     text check (before in ('served', 'not_served')),
  after      text check (after in ('served', 'not_served')),
  made_by    bigint not null,
  made_at    timestamptz not null,
  undone_by  bigint,
  undone_at  timestamptz
);
create index constituency_change_standing on constituency_change (system_id, id desc) where undone_at is null;

create index mandate_of_system on mandate (system_id) where state <> 'ended';
create index topic_knowledge_of_topic on topic_knowledge (topic_id);

create or replace view pub_constituency as
select person_id, system_id, rank, mandate_id, power_user_id, via, nearness from constituency;
create view pub_topic_knowledge as select mandate_id, topic_id from topic_knowledge;
