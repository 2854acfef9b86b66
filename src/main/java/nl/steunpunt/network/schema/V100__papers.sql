-- Texts of papers that somebody changed, each change a row; the last one holds. Without title and body: ours again.
create table paper_text (
  id       bigint generated always as identity primary key,
  kind     text not null check (kind in ('request', 'role', 'appraisal', 'certificate')),
  language text not null check (language in ('nl', 'en')),
  title    text,
  body     text,
  by_id    bigint not null,
  at       timestamptz not null,
  check ((title is null) = (body is null))
);
create index on paper_text (kind, language, id);
create trigger paper_text_stays before update or delete on paper_text for each row execute function never_rewritten();

-- What a power user writes for their yearly appraisal: theirs alone until they release it.
create table appraisal (
  mandate_id bigint primary key references mandate,
  proactive  text not null default '',
  explains   text not null default '',
  positive   text not null default '',
  shares     text not null default '',
  counts     text[] not null default '{}',   -- which of their own counts they want in it
  written_at timestamptz not null
);

-- What HR and the line manager may read: as it was at that moment, with the counts as they were shown then.
create table appraisal_release (
  mandate_id bigint not null references mandate,
  version    int not null,
  proactive  text not null,
  explains   text not null,
  positive   text not null,
  shares     text not null,
  counts     jsonb not null,                 -- [{"what": "questions", "number": 12}]
  from_on    date not null,
  until_on   date not null,
  released_at timestamptz not null,
  primary key (mandate_id, version)
);
create index on appraisal_release (released_at);
create trigger appraisal_release_stays before update on appraisal_release for each row execute function never_rewritten();

-- Papers of a whole department, made beside the request and fetched as one file.
create table paper_bundle (
  id         bigint generated always as identity primary key,
  kind       text not null,
  language   text check (language in ('nl', 'en')),  -- null: each in the language of whom it is about
  department text not null,
  by_id      bigint not null,
  at         timestamptz not null
);
create index on paper_bundle (by_id);
create table paper_bundle_piece (
  bundle_id  bigint not null references paper_bundle on delete cascade,
  place      int not null,
  mandate_id bigint not null,
  name       text,               -- of the file; null until it is made
  pdf        bytea,
  failed     boolean not null default false,
  primary key (bundle_id, place)
);
-- PDF is compressed already.
alter table paper_bundle_piece alter pdf set storage external;
create index paper_bundle_piece_waits on paper_bundle_piece (bundle_id, place) where pdf is null and not failed;
create index on paper_bundle_piece (mandate_id);
