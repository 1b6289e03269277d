-- Carriers on which public texts appear besides this site, what was put up on them, and the gazettes composed here.
create schema channels;

create table channels.carrier (
  id           bigint generated always as identity primary key,
  code         text    not null unique check (code ~ '^[a-z0-9-]{1,60}$'),
  unit_id      bigint  not null references organisations.unit (id),
  kind         text    not null,                     -- a kind of the pack
  name_zh      text    not null,
  name_en      text    not null,
  place_zh     text    not null default '',
  place_en     text    not null default '',
  web          text    not null default '',
  kind_said    text    not null default '',          -- what it is, for the free kind
  rhythm       text    not null,                     -- how often it must change, a rhythm of the pack
  keeper_id    bigint  references accounts.person (id),
  category_id  bigint  references catalogue.category (id), -- a screen may show one category only
  photo        text    not null default '',          -- the SHA-256 of a picture of it
  since_on     date    not null,
  until_on     date,                                 -- the last day of its use
  version      integer not null default 1
);
create index carrier_unit on channels.carrier (unit_id);
create index carrier_keeper on channels.carrier (keeper_id);
create index carrier_category on channels.carrier (category_id);

-- One document on one carrier: counted once as a document, however many of these there are.
create table channels.posting (
  id            bigint generated always as identity primary key,
  carrier_id    bigint  not null references channels.carrier (id),
  document_id   bigint  not null references publishing.document (id),
  version       integer not null,                    -- which text hangs there
  posted_at     timestamptz not null,
  issue         text    not null default '',         -- edition or issue number
  page          text    not null default '',
  note          text    not null default '',
  early_reason  text    not null default '',         -- why it was there before it was on the portal
  proof         text    not null default '',         -- the SHA-256 of a photo or a file
  proof_type    text    not null default '',
  is_open_proof boolean not null default false,      -- the public may see the photo: nobody can be recognised in it
  posted_by     bigint  references accounts.person (id),
  recorded_at   timestamptz not null,
  taken_down_on date,
  taken_down_by bigint  references accounts.person (id),
  form_key      text    not null default ''          -- a double click records one posting
);
create index posting_carrier on channels.posting (carrier_id, posted_at desc);
create index posting_document on channels.posting (document_id);
create index posting_by on channels.posting (posted_by);
create index posting_taken_down_by on channels.posting (taken_down_by);
create unique index posting_open on channels.posting (carrier_id, document_id) where taken_down_on is null and issue = '';

create table channels.issue (
  id           bigint  generated always as identity primary key,
  carrier_id   bigint  not null references channels.carrier (id),
  year         integer not null,
  number       integer not null,
  dated_on     date    not null,
  published_at timestamptz,                          -- null while it is being composed
  version      integer not null default 1,
  unique (carrier_id, year, number)
);

create table channels.issue_item (
  issue_id    bigint  not null references channels.issue (id),
  position    integer not null,
  section     text    not null,
  document_id bigint  not null references publishing.document (id),
  version     integer,                               -- the text that was printed; null while it is being composed
  primary key (issue_id, position),
  unique (issue_id, document_id)
);
create index issue_item_document on channels.issue_item (document_id);
