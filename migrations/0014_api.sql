-- Systems of units that speak to the API with a token of their own. Of the token only its beginning and a hash are kept.
create table accounts.system (
  id             bigint generated always as identity primary key,
  name           text   not null check (name <> ''),
  unit_id        bigint not null references organisations.unit (id),
  responsible_id bigint not null references accounts.person (id),  -- answers for all that the system writes, and counts as its author
  scopes         text[] not null check (cardinality(scopes) > 0),
  prefix         text   not null unique,             -- how a token is looked up
  secret_hash    text   not null,                    -- sha256 of the rest of it
  issued_at      timestamptz not null,
  issued_by      bigint not null references accounts.person (id),
  expires_on     date   not null,                    -- the last day on which the token counts
  revoked_at     timestamptz,
  last_used_on   date
);
create index system_unit on accounts.system (unit_id);

-- What the API keeps for itself.
create schema api;

-- The answer to a request with a key: written in the transaction of the act, so that the same request again gets the same answer.
create table api.answer (
  system_id   bigint  not null references accounts.system (id),
  key         text    not null,
  fingerprint text    not null,                      -- of method, address and body
  status      integer,                               -- null only inside the transaction that is still at work
  body        jsonb,
  location    text,
  tag         text,
  at          timestamptz not null,
  primary key (system_id, key)
);
create index answer_at on api.answer (at);

-- Which system began a document: it sees and changes no other.
create table api.draft (
  document_id bigint primary key references publishing.document (id),
  system_id   bigint not null references accounts.system (id),
  reference   text   not null default ''             -- what the system itself calls it
);
create unique index draft_reference on api.draft (system_id, reference) where reference <> '';
create index draft_system on api.draft (system_id, document_id);

-- Pages of an older site: one batch per import, decided upon once by the office.
create table publishing.import_batch (
  id         bigint generated always as identity primary key,
  unit_id    bigint not null references organisations.unit (id),
  source     text   not null,                        -- which site it was, in the words of whoever brings it in
  begun_by   bigint not null references accounts.person (id),
  begun_at   timestamptz not null,
  decision   text   check (decision in ('enter','refuse')),
  decided_by bigint references accounts.person (id),
  decided_at timestamptz,
  check ((decision is null) = (decided_at is null))
);

-- Where a document stood before, and since when: never mistaken for the day of its release here.
create table publishing.old_page (
  document_id  bigint primary key references publishing.document (id),
  batch_id     bigint not null references publishing.import_batch (id),
  address      text   not null unique check (address ~ '^/'),  -- path and query, normalised
  site_name    text   not null default '',
  column_name  text   not null default '',
  published_on date   not null,
  is_clean     boolean not null,                     -- no check found anything that must be answered or mended
  is_mapped    boolean not null                      -- its column was found in the mapping
);
create index old_page_batch on publishing.old_page (batch_id, document_id);
