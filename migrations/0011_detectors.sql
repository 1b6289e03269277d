-- Supervision: what the detectors find every night, whose it is, since when, and when it was mended.
create schema supervision;

-- Its lock lets one run through at a time; `read_change` is the last public change whose text has been read.
create table supervision.watch (
  id          integer primary key default 1 check (id = 1),
  read_change bigint  not null default 0
);
insert into supervision.watch default values;

create table supervision.run (
  id          bigint generated always as identity primary key,
  measured_on date        not null,                  -- the day whose state was measured
  began_at    timestamptz not null,
  ended_at    timestamptz not null,
  asked_by    text        not null,                  -- 'system', or who pressed the button: 'person:12'
  opened      integer     not null,
  closed      integer     not null,
  still_open  integer     not null
);

-- One fault from the day it was seen until the day it was gone; when it comes back it is the next occurrence.
create table supervision.finding (
  id          bigint  generated always as identity primary key,
  detector    text    not null,
  subject     text    not null,                      -- what it is about, for the detector: 'task:17', 'line:3:12', 'unit:12'
  occurrence  integer not null,
  unit_id     bigint  not null references organisations.unit (id),
  duty_id     bigint  references catalogue.duty (id),
  task_id     bigint  references catalogue.task (id),
  document_id bigint  references publishing.document (id),
  other_id    bigint  references publishing.document (id),
  since_on    date    not null,                      -- when the fault itself began, reckoned from days
  seen        jsonb   not null default '{}',         -- figures of the sentence about it, as of the last run
  opened_on   date    not null,
  opened_run  bigint  not null references supervision.run (id),
  closed_on   date,
  closed_run  bigint  references supervision.run (id),
  unique (detector, subject, occurrence)
);
create unique index finding_open on supervision.finding (detector, subject) where closed_on is null;
create index finding_unit on supervision.finding (unit_id, since_on, id) where closed_on is null;
create index finding_since on supervision.finding (since_on, id);
create index finding_opened_run on supervision.finding (opened_run);
create index finding_closed_run on supervision.finding (closed_run) where closed_run is not null;
create index finding_line on supervision.finding (duty_id, unit_id) where closed_on is null and duty_id is not null;

-- Why a column is empty or stands still: given by the unit, accepted by the office until a day.
create table supervision.reason (
  id         bigint generated always as identity primary key,
  duty_id    bigint not null references catalogue.duty (id),
  unit_id    bigint not null references organisations.unit (id),
  words      text   not null check (words <> ''),
  until_on   date   not null,                        -- asked for, and after the decision the last day that it holds
  state      text   not null check (state in ('given','accepted','declined')),
  given_by   bigint not null references accounts.person (id),
  given_on   date   not null,
  decided_by bigint references accounts.person (id),
  decided_on date,
  remark     text   not null default '',
  check ((state = 'given') = (decided_on is null))
);
create unique index reason_waiting on supervision.reason (duty_id, unit_id) where state = 'given';
create index reason_line on supervision.reason (duty_id, unit_id, id);

-- What was read once of every published text, so that a night looks only at new ones. Can be thrown away and read again.
create table supervision.reading (
  document_id   bigint  primary key references publishing.document (id),
  version       integer not null,
  unit_id       bigint  not null,
  published_on  date    not null,
  date_fault    text    not null default '',
  links         text[]  not null default '{}',       -- addresses of this site
  bands         integer[] not null default '{}',     -- texts that are much alike share one; see likeness.ts
  copy_of       bigint  references publishing.document (id),
  alike_percent integer
);
create index reading_bands on supervision.reading using gin (bands);
create index reading_links on supervision.reading (document_id) where cardinality(links) > 0;
create index reading_dates on supervision.reading (document_id) where date_fault <> '';
create index reading_copies on supervision.reading (document_id) where copy_of is not null;

create index task_overdue on catalogue.task (due_on) where fulfilled_on is null;
create index task_late on catalogue.task (fulfilled_on) where fulfilled_on > due_on;
create index document_outside on publishing.document (published_at) where duty_id is null and standing = 'published';
create index public_change_corrected on publishing.public_change (document_id, at) where kind = 'corrected';
