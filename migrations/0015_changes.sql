-- What may happen to a document in public, each with its reason; and the readers who want to be told.
alter table publishing.document drop constraint document_standing_check;
alter table publishing.document add constraint document_standing_check
  check (standing in ('unpublished','published','cancelled','ended','withdrawn','replaced','removed','kept'));
alter table publishing.document drop constraint document_change_kind_check;
alter table publishing.document add constraint document_change_kind_check check (change_kind in ('corrected','changed','reinstated'));
alter table publishing.document
  add column change_is_minor      boolean not null default false,   -- a slip of the pen: nobody is written to about it
  add column change_hides_earlier boolean not null default false;   -- what stood there before is not to be shown again

alter table publishing.public_change drop constraint public_change_kind_check;
alter table publishing.public_change add constraint public_change_kind_check check (kind in
  ('released','corrected','changed','reinstated','cancelled','ended','withdrawn','replaced','merged','absorbed','removed'));
alter table publishing.public_change
  add column version       integer,                                 -- the version that came with it
  add column is_minor      boolean not null default false,
  add column hides_earlier boolean not null default false,
  add column effective_on  date,                                    -- the day from which it no longer holds
  add column other_id      bigint references publishing.document (id);
create index public_change_at on publishing.public_change (at);

-- A mail to a reader: nobody at the desk sees to whom, and it is forgotten with the reader.
alter table work.mail
  add column reader          text not null default '',              -- 'follower:12'; '' for mails of the house
  add column unsubscribe_url text not null default '';
create index mail_reader on work.mail (reader) where reader <> '';

create schema subscriptions;

-- One row per mail address: the only place where it is kept. The row goes when the reader goes.
create table subscriptions.follower (
  id           bigint generated always as identity primary key,
  address      text   not null unique,
  language     text   not null check (language in ('zh','en')),
  since_at     timestamptz not null,
  seen_at      timestamptz not null,                                -- the last sign that somebody reads
  reminded_at  timestamptz,
  asked_on     date   not null,                                     -- mails that ask for a confirmation are few a day
  asked_count  integer not null default 0,
  digest_on    date,                                                -- the days of the last digests
  weekly_on    date
);
create index follower_seen on subscriptions.follower (seen_at);

create table subscriptions.follow (
  id           bigint generated always as identity primary key,
  follower_id  bigint not null references subscriptions.follower (id) on delete cascade,
  kind         text   not null check (kind in ('list','document')),
  target       text   not null,                                     -- a question as its query, or an index number
  frequency    text   not null check (frequency in ('at-once','daily','weekly')),
  asked_at     timestamptz not null,
  confirmed_at timestamptz,
  after_change bigint not null default 0,                           -- the last public change when it was confirmed: what came later is told
  unique (follower_id, kind, target)
);
create index follow_target on subscriptions.follow (kind, target) where confirmed_at is not null;
create index follow_open on subscriptions.follow (asked_at) where confirmed_at is null;

-- What the links in mails hold, as hashes only.
create table subscriptions.link (
  token_hash  text   primary key,
  follower_id bigint not null references subscriptions.follower (id) on delete cascade,
  follow_id   bigint references subscriptions.follow (id) on delete cascade,   -- set: it confirms this one
  made_at     timestamptz not null
);
create index link_follower on subscriptions.link (follower_id);
create index link_made on subscriptions.link (made_at);

-- A change that a follower is to be told of, or was told of: once.
create table subscriptions.notice (
  follower_id bigint not null references subscriptions.follower (id) on delete cascade,
  change_id   bigint not null references publishing.public_change (id),
  frequency   text   not null check (frequency in ('at-once','daily','weekly')),
  told_at     timestamptz,
  primary key (follower_id, change_id)
);
create index notice_open on subscriptions.notice (frequency, follower_id) where told_at is null;

-- How far the changes have been looked through. Changes get their numbers in the order in which they are committed.
create table subscriptions.progress (
  id        integer primary key default 1 check (id = 1),
  change_id bigint not null
);
insert into subscriptions.progress (change_id) values (0);
