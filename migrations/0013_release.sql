-- Release in all its forms: set for a time, issued by several units, confirmed by others, in an emergency, kept and assessed again.

alter table publishing.document
  drop constraint document_stage_check,
  add constraint document_stage_check
    check (stage in ('draft','with-head','with-secrecy','with-signer','scheduled','released','dropped')),
  add column release_at timestamptz,                 -- the instant that the signer set
  add constraint document_scheduled_has_time check (stage <> 'scheduled' or release_at is not null);
create index document_release_at on publishing.document (release_at) where stage = 'scheduled';
create index document_kept on publishing.document (unit_id) where standing = 'kept';

-- A unit besides the publisher whose word a text needs: as a co-issuer, or because the text concerns it.
create table publishing.agreement (
  id            bigint generated always as identity primary key,
  document_id   bigint not null references publishing.document (id),
  unit_id       bigint not null references organisations.unit (id),
  kind          text   not null check (kind in ('co-issue','concern')),
  reason        text   not null default '',
  asked_by      bigint not null references accounts.person (id),
  asked_at      timestamptz not null,
  taken_back_at timestamptz,
  task_id       bigint references catalogue.task (id)      -- the co-issuer's own task that the document fulfils
);
create unique index agreement_once on publishing.agreement (document_id, unit_id, kind) where taken_back_at is null;
create index agreement_unit on publishing.agreement (unit_id) where taken_back_at is null;

-- An answer holds for exactly the text that was read.
create table publishing.agreement_answer (
  id           bigint generated always as identity primary key,
  agreement_id bigint not null references publishing.agreement (id),
  kind         text   not null check (kind in ('agree','object','propose','decide')),
  words        text   not null default '',
  seen_hash    text   not null,
  by_id        bigint not null references accounts.person (id),
  at           timestamptz not null
);
create index agreement_answer_agreement on publishing.agreement_answer (agreement_id, id);

-- The co-issuers of what the public reads.
create table publishing.co_issuer (
  document_id bigint not null references publishing.document (id),
  unit_id     bigint not null references organisations.unit (id),
  unit_path   text   not null,
  primary key (document_id, unit_id)
);
create index co_issuer_path on publishing.co_issuer (unit_path text_pattern_ops);

-- A release in an emergency, and the review that follows it.
create table publishing.emergency (
  id          bigint  generated always as identity primary key,
  document_id bigint  not null references publishing.document (id),
  version     integer not null,
  kind        text    not null,
  reason      text    not null,
  authors     bigint[] not null,                     -- none of them may review it
  by_id       bigint  not null references accounts.person (id),
  at          timestamptz not null,
  due_on      date    not null,
  outcome     text    check (outcome in ('upheld','withdrawn','superseded')),
  opinion     text    not null default '',
  reviewed_by bigint  references accounts.person (id),
  reviewed_at timestamptz
);
create unique index emergency_open on publishing.emergency (document_id) where outcome is null;

-- What is kept from the public is assessed again; a classification ends or is extended.
create table publishing.reassessment (
  id          bigint generated always as identity primary key,
  document_id bigint not null references publishing.document (id),
  outcome     text   not null check (outcome in ('keep','publish','extend','declassify')),
  ground      text   not null default '',
  reason      text   not null,
  until_on    date,
  by_id       bigint not null references accounts.person (id),
  at          timestamptz not null
);
create index reassessment_document on publishing.reassessment (document_id, id);

alter table publishing.secrecy_review
  add column level text not null default '' check (level in ('','low','high','top')),
  add column classified_until date;

-- Something false or incomplete that circulates, and what became of it.
create schema clarifications;

create table clarifications.rumour (
  id            bigint generated always as identity primary key,
  unit_id       bigint not null references organisations.unit (id),
  state         text   not null check (state in ('reported','assessed','verified','answered','closed')),
  claim         text   not null,                     -- what circulates, in its own words
  seen_at_place text   not null,                     -- where it was seen
  reporter      text   not null default '',          -- who told of it; of no interest to the public
  is_major      boolean not null default false,
  verdict       text   check (verdict in ('false','incomplete','true')),
  finding       text   not null default '',
  document_id   bigint references publishing.document (id),
  briefed_at    timestamptz,
  close_reason  text   not null default '',
  reported_at   timestamptz not null,                -- when the unit learned of it: the clock starts
  registered_by bigint not null references accounts.person (id),
  registered_at timestamptz not null,
  form_key      text   unique
);
create index rumour_unit on clarifications.rumour (unit_id, id);
create index rumour_document on clarifications.rumour (document_id) where document_id is not null;

-- Who did what with it, in order.
create table clarifications.step (
  id        bigint generated always as identity primary key,
  rumour_id bigint not null references clarifications.rumour (id),
  move      text   not null,
  words     text   not null default '',
  by_id     bigint not null references accounts.person (id),
  at        timestamptz not null
);
create index step_rumour on clarifications.step (rumour_id, id);
