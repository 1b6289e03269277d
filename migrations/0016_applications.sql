-- Applications for information: the register, what happened day by day, the persons under seal, and everything that leads to a reply.
create schema applications;

-- A unit that takes applications: its own, stricter promise beside the statute, and the mailbox from which letters are fetched.
create table applications.counter (
  unit_id      bigint primary key references organisations.unit (id),
  promise_days integer check (promise_days > 0),     -- working days; null: the statute alone
  mailbox      bytea,                                -- an address with its password, under seal
  mailbox_at   jsonb not null default '{}',          -- how far it was read
  since_on     date  not null
);

-- The last number given in a unit's register of a year.
create table applications.serial (
  unit_id bigint  not null references organisations.unit (id),
  year    integer not null,
  last    integer not null,
  primary key (unit_id, year)
);

create table applications.application (
  id             bigint generated always as identity primary key,
  ref            uuid   not null unique default gen_random_uuid(), -- how addresses name it: no order, nothing to guess
  unit_id        bigint not null references organisations.unit (id),
  year           integer not null,
  serial         integer not null,
  number         text   not null unique,             -- unit-year-serial, for ever
  edition        text   not null,                    -- of the regulations, by the day of receipt
  kind           text   not null default 'information' check (kind in ('information', 'correction')),
  channel        text   not null,
  language       text   not null default 'zh',
  applicant_kind text   not null,                    -- a column of the statutory table
  sealed         bytea,                              -- who asked; null once erased
  sealed_hash    bytea,                              -- a keyed hash of the same, which the record vouches for
  masked_name    text   not null default '',
  masked_contact text   not null default '',
  id_hash        bytea,                              -- a keyed hash of the identity number, for search by it
  person_hash    bytea,                              -- the same of whoever asked, for fees of a month and for repeats
  is_mailed      boolean not null default false,     -- wants to be told by mail
  erased_on      date,
  wanted         text   not null,
  document_hint  text   not null default '',
  reason         text   not null default '',
  form_wanted    text   not null,
  way_wanted     text   not null,
  arrived_on     date   not null,
  confirmed_on   date,
  typed_at       timestamptz not null,
  typed_by       bigint references accounts.person (id), -- null: the applicant, through the portal
  form_key       text   not null unique,
  form_hash      text   not null,                    -- the same key with other content is refused
  code_hash      text   not null unique,             -- SHA-256 of the query code, which is kept nowhere
  -- What the events say, so that lists need not replay them; the same as a replay gives.
  state          text   not null,
  received_on    date,
  base_due_on    date,
  due_on         date,
  is_provisional boolean not null default false,
  promised_on    date,                               -- by the unit's own, stricter promise
  waits_until    date,                               -- the last day of the applicant, or of whoever was consulted
  ended_on       date,
  is_in_time     boolean,
  leaf           text   not null default '',         -- the one outcome of the whole case in the statutory table
  handler_id     bigint references accounts.person (id),
  handled_in     bigint references organisations.unit (id), -- the section that has it
  inner_due_on   date,
  version        integer not null default 1
);
create unique index application_register on applications.application (unit_id, year desc, serial desc);
create index application_due on applications.application (unit_id, due_on) where ended_on is null;
create index application_open on applications.application (due_on) where ended_on is null;
create index application_handler on applications.application (handler_id, due_on) where ended_on is null;
create index application_section on applications.application (handled_in);
create index application_identity on applications.application (id_hash) where id_hash is not null;
create index application_person on applications.application (person_hash, received_on) where person_hash is not null;
create index application_ended on applications.application (unit_id, ended_on) where ended_on is not null;
-- Lists of open cases go by the day that decides, what has none last; registers by number, the newest first.
create index application_work on applications.application ((coalesce(due_on, 'infinity'::date)), id) where ended_on is null;
create index application_unit_work on applications.application (unit_id, (coalesce(due_on, 'infinity'::date)), id) where ended_on is null;
create index application_number on applications.application (year desc, serial desc, id desc);
create index application_number_prefix on applications.application (number text_pattern_ops);
create index application_leaf on applications.application (leaf, year desc, serial desc, id desc) where leaf <> '';
create index application_unconfirmed on applications.application (unit_id, arrived_on, id) where state = 'unconfirmed' and ended_on is null;
create index application_received on applications.application (received_on, unit_id);
create index application_ended_on on applications.application (ended_on, unit_id) where ended_on is not null;
create index application_typed on applications.application (typed_by) where typed_by is not null;

-- Everything that happened, appended and never changed: a slip is struck by a later line.
create table applications.event (
  id             bigint generated always as identity primary key,
  application_id bigint not null references applications.application (id),
  kind           text   not null,
  on_day         date   not null,                    -- the true day, not that of typing
  fields         jsonb  not null default '{}',       -- what the clock needs; never a person
  words          text   not null default '',
  by_id          bigint references accounts.person (id), -- null: the applicant, or the clock
  at             timestamptz not null,
  form_key       text   unique                       -- of the form that made it: sent twice, it happens once
);
create index event_application on applications.event (application_id);
create index event_extended on applications.event (application_id, id) where kind = 'extended';
create index event_struck on applications.event (application_id) where kind = 'struck';
create index event_by on applications.event (by_id) where by_id is not null;

-- Each thing that was asked for, and what was decided about it.
create table applications.item (
  id             bigint generated always as identity primary key,
  application_id bigint  not null references applications.application (id),
  position       integer not null,
  words          text    not null,
  leaf           text    not null default '',
  ground         text    not null default '',        -- why this leaf, with the article where the leaf leaves it open
  facts          text    not null default '',
  harm           text    not null default '',
  discretion     text    not null default '',
  search         text    not null default '',        -- where, how and by whom it was searched
  pointer        text    not null default '',        -- where it can be had, or who has it
  withheld       text[]  not null default '{}',      -- of a part that is not handed over: its leaves
  unique (application_id, position)
);

create table applications.consultation (
  id             bigint generated always as identity primary key,
  application_id bigint not null references applications.application (id),
  party          text   not null check (party in ('third-party', 'co-agency')),
  sealed         bytea,                              -- who is asked, where a person or firm
  masked_name    text   not null default '',
  unit_id        bigint references organisations.unit (id), -- where a unit of this city is asked
  asked          text   not null,
  answer         text   not null default '' check (answer in ('', 'agrees', 'refuses', 'agrees-partly')),
  answer_words   text   not null default '',
  is_founded     boolean,                            -- of a refusal: does the unit accept its reasons?
  override       text   not null default '',         -- why the public interest weighs more
  override_told_on date,
  form_key       text   not null unique
);
create index consultation_application on applications.consultation (application_id);
create index consultation_unit on applications.consultation (unit_id) where unit_id is not null;

-- Sections at work on one case, each with an inner day.
create table applications.errand (
  id             bigint generated always as identity primary key,
  application_id bigint not null references applications.application (id),
  unit_id        bigint not null references organisations.unit (id),
  asked          text   not null,
  due_on         date   not null,
  answered_at    timestamptz,
  answer         text   not null default '',
  answered_by    bigint references accounts.person (id),
  form_key       text   not null unique
);
create index errand_application on applications.errand (application_id);
create index errand_unit on applications.errand (unit_id);
create index errand_person on applications.errand (answered_by) where answered_by is not null;

create table applications.file (
  id             bigint generated always as identity primary key,
  application_id bigint  not null references applications.application (id),
  item_id        bigint  references applications.item (id),
  role           text    not null,                   -- proof, supplement, opinion, original, hand-over, redacted, service
  name           text    not null,
  media_type     text    not null,
  size_bytes     integer not null,
  sha256         text    not null,                   -- of the bytes as they are kept
  is_sealed      boolean not null default false,
  original_hash  text    not null default '',        -- a redacted copy is bound to what it was made of
  look           jsonb,                              -- what was found in it; null: not looked into yet
  look_answer    text    not null default '',        -- why it may go out all the same
  added_by       bigint references accounts.person (id), -- null: the applicant
  added_at       timestamptz not null,
  dropped_at     timestamptz
);
create index file_application on applications.file (application_id);
create index file_item on applications.file (item_id) where item_id is not null;
create index file_person on applications.file (added_by) where added_by is not null;

-- Letters of the unit: each a text that goes through hands, and is bound to its hash once signed.
create table applications.letter (
  id             bigint generated always as identity primary key,
  application_id bigint  not null references applications.application (id),
  kind           text    not null,                   -- reply, clarification, extension, …
  number         text    not null default '',        -- of the official paper
  title          text    not null,
  body           text    not null,                   -- paragraphs, parted by empty lines
  body_en        text    not null default '',
  stage          text    not null check (stage in ('draft', 'with-head', 'with-secrecy', 'with-signer', 'signed', 'sent', 'dropped')),
  content_hash   text    not null,
  written_by     bigint  not null references accounts.person (id),
  written_at     timestamptz not null,
  signed_at      timestamptz,
  way            text    not null default '',        -- how it was served
  sent_on        date,
  served_on      date,
  tracking       text    not null default '',
  version        integer not null default 1
);
create index letter_application on applications.letter (application_id);
create index letter_writer on applications.letter (written_by);
create index letter_stage on applications.letter (stage) where stage in ('with-head', 'with-secrecy', 'with-signer');

create table applications.letter_step (
  id           bigint generated always as identity primary key,
  letter_id    bigint not null references applications.letter (id),
  move         text   not null,
  post         text   not null default '',
  person_id    bigint not null references accounts.person (id),
  content_hash text   not null,
  remark       text   not null default '',
  at           timestamptz not null
);
create index letter_step_letter on applications.letter_step (letter_id);
create index letter_step_person on applications.letter_step (person_id);

create table applications.fee (
  id             bigint generated always as identity primary key,
  application_id bigint  not null unique references applications.application (id),
  basis          text    not null check (basis in ('items', 'pages')),
  units          integer not null check (units > 0),
  before_units   integer not null default 0,         -- items of the same applicant earlier in the month
  amount_yuan    integer not null check (amount_yuan >= 0),
  how_to_pay     text    not null,
  paid_reference text    not null default ''
);

-- What follows a reply: reconsideration and litigation, each with a clock of its own.
create table applications.challenge (
  id             bigint generated always as identity primary key,
  application_id bigint not null references applications.application (id),
  kind           text   not null check (kind in ('reconsideration', 'suit', 'suit-after-reconsideration')),
  body           text   not null,                    -- who decides
  number         text   not null default '',
  filed_on       date   not null,
  accepted_on    date,
  due_on         date,
  decided_on     date,
  result         text   not null default 'pending' check (result in ('pending', 'kept', 'corrected', 'other')),
  consequence    text   not null default '',
  renewed_by     bigint references applications.application (id), -- the case of the new decision
  follows        bigint references applications.challenge (id),
  form_key       text   not null unique
);
create index challenge_application on applications.challenge (application_id);
create index challenge_renewed on applications.challenge (renewed_by) where renewed_by is not null;
create index challenge_follows on applications.challenge (follows) where follows is not null;

-- Letters that came by mail: somebody decides whether each is an application.
create table applications.candidate (
  id             bigint generated always as identity primary key,
  unit_id        bigint not null references organisations.unit (id),
  sealed         bytea,                              -- the mail as it came; null once decided
  sha256         text   not null,
  size_bytes     bigint not null,                    -- of the whole mail, of which only the beginning may lie here
  masked_from    text   not null default '',
  is_automatic   boolean not null default false,
  arrived_at     timestamptz not null,
  state          text   not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
  application_id bigint references applications.application (id),
  reason         text   not null default '',
  decided_by     bigint references accounts.person (id),
  unique (unit_id, sha256)
);
create index candidate_waiting on applications.candidate (unit_id, arrived_at, id) where state = 'waiting';
create index candidate_application on applications.candidate (application_id) where application_id is not null;
create index candidate_person on applications.candidate (decided_by) where decided_by is not null;

-- How the applicant found the handling.
create table applications.rating (
  application_id bigint primary key references applications.application (id),
  grade          text not null check (grade in ('satisfied', 'rather', 'not')),
  words          text not null default '',
  at             timestamptz not null
);

-- Whom a warning has reached, so that nobody is told twice.
create table applications.warning (
  application_id bigint not null references applications.application (id),
  kind           text   not null,                    -- which day comes near, and which rung is told
  due_on         date   not null,
  person_id      bigint not null references accounts.person (id),
  on_day         date   not null,
  primary key (application_id, kind, due_on, person_id)
);
create index warning_person on applications.warning (person_id);

-- An answer that was proposed for everybody, as a document of the unit.
create table applications.proposal (
  application_id bigint not null references applications.application (id),
  document_id    bigint not null references publishing.document (id),
  primary key (application_id, document_id)
);
create index proposal_document on applications.proposal (document_id);
