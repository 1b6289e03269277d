-- Reports: figures that people report by hand, reports in the making, and what was filed and is frozen.
create schema reports;

-- A number that no record shows: who says so, since when, and on what evidence. Corrected by striking it and entering another.
create table reports.entered (
  id          bigint generated always as identity primary key,
  unit_id     bigint  not null references organisations.unit (id),
  figure      text    not null,                      -- the code of a figure, or the address of a cell of a report
  from_on     date    not null,
  until_on    date    not null check (until_on >= from_on),
  value       numeric(18, 4) not null,               -- below zero only in a column of changes
  is_at_least boolean not null default false,        -- the source says "over"
  evidence    text    not null check (evidence <> ''),
  entered_by  bigint  not null references accounts.person (id),
  entered_at  timestamptz not null,
  struck_by   bigint  references accounts.person (id),
  struck_at   timestamptz,
  check ((struck_by is null) = (struck_at is null))
);
create unique index entered_once on reports.entered (unit_id, figure, from_on, until_on) where struck_at is null;
create index entered_figure on reports.entered (figure, from_on) where struck_at is null;
create index entered_person on reports.entered (entered_by);
create index entered_striker on reports.entered (struck_by) where struck_by is not null;

-- In which row of the annual report's first table the documents of a line of the catalogue are counted; 'report': it is the report's own.
create table reports.line_row (
  duty_id bigint not null references catalogue.duty (id),
  row     text   not null,
  primary key (duty_id, row)
);

-- The office asks for reports of a kind and a period from units under it.
create table reports.round (
  id        bigint generated always as identity primary key,
  unit_id   bigint  not null references organisations.unit (id), -- whose office asks
  kind      text    not null check (kind in ('annual', 'quarter', 'half-year')),
  period    text    not null,                        -- '2026', '2026-Q3', '2026-H2'
  due_on    date    not null,
  words     text    not null default '',
  opened_by bigint  not null references accounts.person (id),
  opened_at timestamptz not null,
  unique (unit_id, kind, period)
);
create index round_opener on reports.round (opened_by);

create table reports.round_unit (
  round_id bigint not null references reports.round (id),
  unit_id  bigint not null references organisations.unit (id),
  primary key (round_id, unit_id)
);
create index round_unit_unit on reports.round_unit (unit_id);

-- A report in the making: its judgement is here, its figures are asked of the records until it is filed.
create table reports.report (
  id          bigint generated always as identity primary key,
  unit_id     bigint  not null references organisations.unit (id),
  kind        text    not null check (kind in ('annual', 'quarter', 'half-year', 'summary', 'circular', 'bulletin')),
  period      text    not null,
  with_below  boolean not null default false,        -- its figures are those of the whole subtree
  texts       jsonb   not null default '{}',         -- what people wrote, by section
  notes       jsonb   not null default '{}',         -- why an identity does not hold, by its id
  document_id bigint  references publishing.document (id), -- the publication, once filed
  begun_by    bigint  not null references accounts.person (id),
  begun_at    timestamptz not null,
  version     integer not null default 1,
  unique (unit_id, kind, period)
);
create index report_document on reports.report (document_id) where document_id is not null;
create index report_person on reports.report (begun_by);

-- What was filed: never changed. Filed again, it is another filing.
create table reports.filing (
  id          bigint generated always as identity primary key,
  report_id   bigint  not null references reports.report (id),
  serial      integer not null,
  cut_off     date    not null,                      -- what happened later is not in it
  filed_by    bigint  not null references accounts.person (id),
  filed_at    timestamptz not null,
  content     jsonb   not null,                      -- the report as its file says it
  texts       jsonb   not null default '{}',         -- what people wrote, in both languages
  facts       jsonb   not null default '[]',         -- what the records said in words, by section: sentences with their numbers
  lines       jsonb   not null default '{}',         -- which lines of the catalogue counted in which row, by the row: ids of duties
  document_version integer,                          -- the version of the publication that says it
  fingerprint text    not null,                      -- SHA-256 over content, texts, facts, lines, cut-off, serial and every cell with its own
  unique (report_id, serial)
);
create index filing_person on reports.filing (filed_by);

-- The records behind each number of a filing that was counted.
create table reports.filing_cell (
  filing_id   bigint  not null references reports.filing (id),
  cell        text    not null,
  origin      text    not null check (origin in ('counted', 'by-hand', 'sum')),
  value       numeric(18, 4) not null,
  is_at_least boolean not null default false,
  ids         bigint[],
  fingerprint text    not null default '',           -- SHA-256 over its definition, its scope and the ids; '' for what was not counted
  primary key (filing_id, cell)
);

-- What the office said of what a unit filed.
create table reports.judgement (
  id        bigint generated always as identity primary key,
  filing_id bigint not null references reports.filing (id),
  verdict   text   not null check (verdict in ('accepted', 'returned')),
  remark    text   not null default '',
  by_id     bigint not null references accounts.person (id),
  -- Whose office said it.
  office_id bigint not null references organisations.unit (id),
  at        timestamptz not null
);
create index judgement_filing on reports.judgement (filing_id, id);
create index judgement_person on reports.judgement (by_id);
create index judgement_office on reports.judgement (office_id);

-- Bulletins and circulars. Both are written here, frozen when they are handed to publishing, and public once that is released.

-- Which codes of the catalogue fill a section of the bulletin, where the office laid it down; else the pack's. 'line': the bulletin's own.
create table reports.bulletin_section (
  section text primary key,
  codes   text[] not null
);

create table reports.bulletin (
  id          bigint generated always as identity primary key,
  unit_id     bigint  not null references organisations.unit (id),
  quarter     text    not null,                      -- '2026-Q3'
  texts       jsonb   not null default '{}',         -- what people wrote, by section
  document_id bigint  references publishing.document (id), -- the publication, once handed over
  begun_by    bigint  not null references accounts.person (id),
  begun_at    timestamptz not null,
  version     integer not null default 1,
  unique (unit_id, quarter)
);
create index bulletin_document on reports.bulletin (document_id) where document_id is not null;
create index bulletin_person on reports.bulletin (begun_by);

-- A bulletin as it was handed over: never changed. Handed over again, it is another one.
create table reports.bulletin_issue (
  id          bigint generated always as identity primary key,
  bulletin_id bigint  not null references reports.bulletin (id),
  serial      integer not null,
  cut_off     date    not null,
  content     jsonb   not null,                      -- every section with its words and its documents
  fingerprint text    not null,
  handed_by   bigint  not null references accounts.person (id),
  handed_at   timestamptz not null,
  unique (bulletin_id, serial)
);
create index bulletin_issue_person on reports.bulletin_issue (handed_by);

create table reports.circular (
  id          bigint generated always as identity primary key,
  unit_id     bigint  not null references organisations.unit (id), -- whose office tells it
  period      text    not null,
  peers       text    not null,                      -- the kind of units that are told of
  method      text    not null,                      -- by which figure they are ranked
  texts       jsonb   not null default '{}',         -- 'praise', 'problems', 'demands'
  document_id bigint  references publishing.document (id),
  begun_by    bigint  not null references accounts.person (id),
  begun_at    timestamptz not null,
  version     integer not null default 1,
  unique (unit_id, period, peers)
);
create index circular_document on reports.circular (document_id) where document_id is not null;
create index circular_person on reports.circular (begun_by);

-- A circular as it was handed over: never changed.
create table reports.circular_issue (
  id          bigint generated always as identity primary key,
  circular_id bigint  not null references reports.circular (id),
  serial      integer not null,
  cut_off     date    not null,
  content     jsonb   not null,                      -- method, rows with counts and ranks, words
  fingerprint text    not null,
  handed_by   bigint  not null references accounts.person (id),
  handed_at   timestamptz not null,
  unique (circular_id, serial)
);
create index circular_issue_person on reports.circular_issue (handed_by);

-- The records behind each number of it.
create table reports.circular_cell (
  issue_id    bigint  not null references reports.circular_issue (id),
  unit_id     bigint  not null references organisations.unit (id),
  figure      text    not null,
  ids         bigint[] not null,
  fingerprint text    not null,
  primary key (issue_id, unit_id, figure)
);
create index circular_cell_unit on reports.circular_cell (unit_id);
-- Is the published version for staff? Such a text is no information that the public got. Said beside the version, whenever a document is
-- saved, so that what a unit released in a period is counted without reading documents and versions.
alter table publishing.document add column is_for_staff boolean not null default false;
update publishing.document d set is_for_staff = true where exists (
  select from publishing.version v where v.document_id = d.id and v.number = d.published_version and v.audience = 'staff');
create index document_unit_published on publishing.document (unit_id, published_at) where not is_for_staff;

-- Whether anything was ever released under a line is seen without reading what waits under it.
drop index publishing.document_duty;
create index document_duty_published on publishing.document (duty_id, published_at);

-- Rounds: who was reminded that a report is missing; each unit at most once a day.
create table reports.round_reminder (
  round_id    bigint not null,
  unit_id     bigint not null,
  reminded_on date   not null,
  by_id       bigint not null references accounts.person (id),
  at          timestamptz not null,
  primary key (round_id, unit_id, reminded_on),
  foreign key (round_id, unit_id) references reports.round_unit (round_id, unit_id)
);
create index round_reminder_person on reports.round_reminder (by_id);

-- The problems proposed by the records that the writer of a work summary took over.
create table reports.taken_problem (
  report_id bigint not null references reports.report (id),
  problem   text   not null,
  primary key (report_id, problem)
);
