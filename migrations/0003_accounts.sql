-- People, the posts they hold, their sessions, and the brakes on guessing.
create schema accounts;

create table accounts.person (
  id            bigint generated always as identity primary key,
  login         text not null unique check (login ~ '^[a-z0-9._-]{2,40}$'),
  name_zh       text not null,
  name_en       text not null,
  email         text not null default '',
  password_hash text not null,
  password_at   timestamptz not null,
  password_is_temporary boolean not null default false,  -- made by somebody else: no post counts until it is changed
  totp_secret   text,                                -- set once confirmed
  totp_pending  text,                                -- shown, not yet confirmed
  totp_counter  bigint not null default 0,           -- last accepted counter: a code works once
  created_at    timestamptz not null,
  disabled_at   timestamptz,
  is_demo       boolean not null default false
);

create table accounts.post (
  id           bigint generated always as identity primary key,
  person_id    bigint not null references accounts.person (id),
  unit_id      bigint not null references organisations.unit (id),
  role         text   not null check (role in ('information-officer','reviewer','secrecy-reviewer','signer','office','supervisor','auditor','operator')),
  since_on     date   not null,
  until_on     date,
  stands_in_for bigint references accounts.person (id),  -- a stand-in always has an end
  reason       text   not null default '',
  check (stands_in_for is null or until_on is not null)
);
create index post_person on accounts.post (person_id);
create index post_unit on accounts.post (unit_id, role);

create table accounts.session (
  id           bigint generated always as identity primary key,
  token_hash   text   not null unique,               -- sha256 of the cookie's value
  form_token   text   not null,                      -- goes into every form of this session
  person_id    bigint not null references accounts.person (id),
  started_at   timestamptz not null,
  seen_at      timestamptz not null,
  fresh_at     timestamptz not null,                 -- last time the password was given
  ended_at     timestamptz,
  agent        text   not null default ''
);
create index session_person on accounts.session (person_id) where ended_at is null;

-- The password was right and the second factor is still to come. Its token is another one than the session's.
create table accounts.half_session (
  token_hash   text   primary key,
  person_id    bigint not null references accounts.person (id),
  started_at   timestamptz not null
);

-- A browser that once signed in has its own brake, so an attacker elsewhere cannot lock its owner out.
create table accounts.device (
  token_hash   text   not null,
  person_id    bigint not null references accounts.person (id),
  seen_at      timestamptz not null,
  primary key (token_hash, person_id)
);

create table accounts.brake (
  name         text primary key,                     -- 'account:…', 'device:…', 'address:…' (addresses are hashed)
  failures     integer not null,
  failed_at    timestamptz not null
);
create index brake_failed on accounts.brake (failed_at);

-- The office may let one unit do with fewer people, with a reason on the record.
create table accounts.waiver (
  id         bigint generated always as identity primary key,
  unit_id    bigint not null references organisations.unit (id),
  reason     text   not null check (reason <> ''),
  since_on   date   not null,
  until_on   date   not null,
  granted_by bigint not null references accounts.person (id)
);
create index waiver_unit on accounts.waiver (unit_id, until_on);
