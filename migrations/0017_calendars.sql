-- The yearly holiday notice, one-off changes and local holidays: proposed, looked at, and in effect only once a second person has signed.
create schema calendars;

create table calendars.notice (
  id           bigint  generated always as identity primary key,
  kind         text    not null check (kind in ('year','change','local')),
  year         integer not null,
  number       text    not null,                     -- of the paper; '' where it has none
  announced_on date    not null,
  source       text    not null,                     -- where it was read: an address or the name of the paper
  region       text    not null default '',
  basis        text    not null default '',          -- what a change or a local holiday rests on
  words        text    not null default '',          -- the text as it came
  off_blocks   jsonb   not null,                     -- [{nameZh, nameEn, from, to, statedDays?}]
  worked_days  jsonb   not null,                     -- ["2026-01-04"]
  doubts       jsonb   not null,                     -- what was not understood, and was confirmed by whoever proposed it
  state        text    not null default 'proposed' check (state in ('proposed','effective','rejected')),
  proposed_by  bigint  not null references accounts.person (id),
  proposed_at  timestamptz not null,
  decided_by   bigint  references accounts.person (id),
  decided_at   timestamptz,
  reason       text    not null default '',          -- why it was rejected
  sequence     integer unique,                       -- the order in which notices took effect: later ones lie over earlier ones
  form_key     text    unique,
  constraint notice_decided check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint notice_in_order check ((state = 'effective') = (sequence is not null)),
  constraint notice_two_people check (state <> 'effective' or decided_by <> proposed_by)
);
create index notice_year on calendars.notice (year, id);

-- What was proposed stays as it was read and signed: only the one decision is added.
create function calendars.keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'proposed'
     and to_jsonb(new) - array['state','decided_by','decided_at','reason','sequence']
       = to_jsonb(old) - array['state','decided_by','decided_at','reason','sequence'] then
    return new;
  end if;
  raise exception 'a notice of holidays is decided once, and never changed or removed' using errcode = '42501';
end $$;
create trigger notice_stays before update or delete on calendars.notice for each row execute function calendars.keep();
