-- An issue that changed, until the open pages of who serves the people it hits were told. That is done after the commit: it may hit
-- tens of thousands, and who changes it must not wait for that.
create table changed_issue (
  id       bigint generated always as identity primary key,
  issue_id bigint not null references issue on delete cascade
);
create index on changed_issue (issue_id);
