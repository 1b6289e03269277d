-- The record: one chained entry per change. Entries are only ever added; the words beside them can be erased by law.
create schema journal;

create table journal.entry (
  seq          bigint primary key,                   -- 1, 2, 3 … without gaps, in the order of commits
  at           text   not null check (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  actor        text   not null check (actor <> ''),  -- a pseudonym: 'person:12', 'system'
  act          text   not null check (act ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  subject      text   not null check (subject ~ '^[^:]+:.+$'),
  unit_id      bigint,
  content_hash text   not null check (content_hash ~ '^[0-9a-f]{64}$'),  -- of the salt and the subject after the change
  words_hash   text   not null check (words_hash ~ '^[0-9a-f]{64}$'),    -- of the salt, the reason and the details
  prev         text   not null check (prev ~ '^[0-9a-f]{64}$'),
  hash         text   not null unique check (hash ~ '^[0-9a-f]{64}$')
);
create index entry_subject on journal.entry (subject, seq);
create index entry_unit on journal.entry (unit_id, seq) where unit_id is not null;

-- What may have to be erased one day. Without its salt a hash tells nothing about the person.
create table journal.entry_text (
  seq     bigint primary key references journal.entry (seq),
  salt    text   not null check (salt ~ '^[0-9a-f]{32}$'),
  reason  text   not null default '',
  details jsonb  not null default '{}'
);

-- The end of the chain; its lock gives each entry its place.
create table journal.head (
  id   integer primary key check (id = 1),
  seq  bigint  not null,
  at   text    not null,
  hash text    not null
);
insert into journal.head (id, seq, at, hash) values (1, 0, '', repeat('0', 64));

create function journal.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'entries of the record are never changed or removed' using errcode = '42501';
end $$;
create trigger entry_stays before update or delete on journal.entry for each row execute function journal.refuse();
create trigger entry_table_stays before truncate on journal.entry for each statement execute function journal.refuse();

-- Work for later: queued in the transaction of the act that needs it.
create schema work;

create table work.job (
  id           bigint generated always as identity primary key,
  name         text    not null,
  payload      jsonb   not null,
  key          text,                                 -- an open job with the same name and key is not queued twice
  run_at       timestamptz,                          -- not before; null: at once
  attempts     integer not null default 0,
  again        boolean not null default false,       -- asked for once more while it was running
  leased_until timestamptz,
  leased_by    text,
  done_at      timestamptz,
  failed_at    timestamptz,
  last_error   text,
  created_at   timestamptz not null
);
create unique index job_open on work.job (name, key) where done_at is null and failed_at is null;
create index job_due on work.job (run_at, id) where done_at is null and failed_at is null;
create index job_failed on work.job (failed_at) where failed_at is not null;
create index job_done on work.job (done_at) where done_at is not null;

-- The outbox.
create table work.mail (
  id         bigint generated always as identity primary key,
  to_name    text not null,
  to_address text not null,
  subject    text not null,
  text       text not null,
  state      text not null check (state in ('waiting','sent','kept','failed')),
  queued_at  timestamptz not null,
  sent_at    timestamptz,
  last_error text
);
create index mail_newest on work.mail (queued_at desc, id desc);
