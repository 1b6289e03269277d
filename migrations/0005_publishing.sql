-- Documents: their versions, the hands they pass through, what was found, and what changed after release.
create schema publishing;

-- One row per numbering scope (the index number without its serial): locked while a number is taken, so there is no gap.
create table publishing.index_counter (
  scope text primary key,
  last  integer not null
);

create table publishing.document (
  id                bigint generated always as identity primary key,
  index_number      text   not null unique,
  unit_id           bigint not null references organisations.unit (id),
  duty_id           bigint references catalogue.duty (id),
  task_id           bigint references catalogue.task (id),
  stage             text   not null check (stage in ('draft','with-head','with-secrecy','with-signer','released','dropped')),
  standing          text   not null check (standing in ('unpublished','published','cancelled','withdrawn','replaced','removed','kept')),
  current_version   integer not null,
  published_version integer,
  published_at      timestamptz,                     -- first release; server time only
  replaced_by       bigint references publishing.document (id),
  change_kind       text   check (change_kind in ('corrected')),   -- what the running new version is
  change_reason     text   not null default '',
  created_by        bigint not null references accounts.person (id),
  created_at        timestamptz not null,
  form_key          text   unique                    -- a double click creates one document
);
create index document_unit_stage on publishing.document (unit_id, stage);
create index document_task on publishing.document (task_id);
create index document_duty on publishing.document (duty_id);
create index document_replaced_by on publishing.document (replaced_by) where replaced_by is not null;

create table publishing.version (
  document_id     bigint  not null references publishing.document (id),
  number          integer not null,
  attribute       text    not null check (attribute in ('proactive','on-application','withheld')),
  ground          text    not null default '',
  ground_reason   text    not null default '',
  audience        text    not null check (audience in ('society','group','staff')),
  language        text    not null check (language in ('zh','en')),
  title           text    not null,
  summary         text    not null default '',
  body            text    not null default '',
  document_number text    not null default '',
  subject         text    not null default '',
  genre           text    not null default '',
  served          text    not null default '',       -- audience class (服务对象分类)
  keywords        text[]  not null default '{}',
  formed_on       date,
  valid_until     date,
  saved_by        bigint  not null references accounts.person (id),
  saved_at        timestamptz not null,
  primary key (document_id, number)
);

create table publishing.step (
  id           bigint  generated always as identity primary key,
  document_id  bigint  not null references publishing.document (id),
  version      integer not null,
  move         text    not null,
  content_hash text    not null,                     -- what the hand saw; a different text voids the step
  by_id        bigint  not null references accounts.person (id),
  post         text    not null,
  at           timestamptz not null,
  remark       text    not null default ''
);
create index step_document on publishing.step (document_id, id);

-- A remark points at a passage of the version it was made on.
create table publishing.remark (
  id          bigint  generated always as identity primary key,
  document_id bigint  not null references publishing.document (id),
  version     integer not null,
  step_id     bigint  not null references publishing.step (id),
  passage     text    not null default '',
  words       text    not null
);
create index remark_document on publishing.remark (document_id);

-- The secrecy review's own record, one per review.
create table publishing.secrecy_review (
  id          bigint  generated always as identity primary key,
  document_id bigint  not null references publishing.document (id),
  version     integer not null,
  conclusion  text    not null check (conclusion in ('may-publish','may-not','refer-up')),
  basis       text    not null,
  opinion     text    not null default '',
  consulted   text    not null default '',
  redactions  text    not null default '',
  by_id       bigint  not null references accounts.person (id),
  at          timestamptz not null
);
create index secrecy_review_document on publishing.secrecy_review (document_id);

-- A finding that must be answered keeps its answer as long as the passage stays the same.
create table publishing.answer (
  document_id  bigint not null references publishing.document (id),
  check_name   text   not null,
  passage_hash text   not null,
  words        text   not null,
  by_id        bigint not null references accounts.person (id),
  at           timestamptz not null,
  primary key (document_id, check_name, passage_hash)
);

create table publishing.file (
  id          bigint generated always as identity primary key,
  document_id bigint not null references publishing.document (id),
  name        text   not null,
  media_type  text   not null,
  size_bytes  bigint not null,
  sha256      text   not null,
  added_by    bigint not null references accounts.person (id),
  added_at    timestamptz not null,
  removed_at  timestamptz,
  removed_by  bigint references accounts.person (id),
  is_public   boolean not null default false         -- came with the last release; a correction's files wait for its own
);
create index file_document on publishing.file (document_id);

create table publishing.relation (
  document_id bigint not null references publishing.document (id),
  other_id    bigint not null references publishing.document (id),
  primary key (document_id, other_id),
  check (document_id <> other_id)
);

-- What happened to a document in public: release, correction, cancellation, withdrawal, replacement, removal.
create table publishing.public_change (
  id          bigint generated always as identity primary key,
  document_id bigint not null references publishing.document (id),
  kind        text   not null check (kind in ('released','corrected','cancelled','withdrawn','replaced','removed')),
  reason      text   not null default '',
  at          timestamptz not null
);
create index public_change_document on publishing.public_change (document_id, id);

-- Only what the public may find; apart from the document, so that a change of state does not rewrite the index.
create table publishing.search_entry (
  document_id  bigint primary key references publishing.document (id),
  unit_path    text not null,
  category_path text not null,
  published_on date not null,
  audience     text not null,
  words        tsvector not null
);
create index search_entry_words on publishing.search_entry using gin (words);
create index search_entry_latest on publishing.search_entry (published_on desc, document_id desc);
create index search_entry_unit on publishing.search_entry (unit_path text_pattern_ops);
