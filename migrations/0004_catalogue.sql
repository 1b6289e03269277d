-- The catalogue: categories, duties, who owes them, and the dated tasks that follow.
create schema catalogue;

create table catalogue.category (
  id        bigint generated always as identity primary key,
  code      text not null unique check (code ~ '^[a-z0-9-]{1,60}$'),
  parent_id bigint references catalogue.category (id),
  path      text not null unique,
  position  integer not null default 0,
  name_zh   text not null,
  name_en   text not null
);

create table catalogue.duty (
  id          bigint generated always as identity primary key,
  code        text not null unique check (code ~ '^[a-z0-9-]{1,60}$'),
  category_id bigint not null references catalogue.category (id),
  position    integer not null default 0,
  title_zh    text not null,
  title_en    text not null,
  elements_zh text not null default '',              -- 公开内容（要素）
  elements_en text not null default '',
  basis_zh    text not null,                         -- 公开依据
  basis_en    text not null,
  rule        jsonb not null,                        -- 公开时限, see catalogue/rule.ts
  channels    text[] not null check (cardinality(channels) > 0),
  audience    text not null check (audience in ('society','group','staff')),
  mode        text not null check (mode in ('proactive','on-application')),
  levels      text[] not null check (cardinality(levels) > 0),
  is_required boolean not null default true,
  genre       text not null default '',
  subject     text not null default '',
  guidance_zh text not null default '',
  guidance_en text not null default '',
  since_on    date not null,
  until_on    date,
  version     integer not null default 1
);
create index duty_category on catalogue.duty (category_id);

create table catalogue.duty_unit (
  duty_id bigint not null references catalogue.duty (id),
  unit_id bigint not null references organisations.unit (id),
  since_on date  not null,                           -- nothing that came round before this day is owed by the unit
  primary key (duty_id, unit_id)
);
create index duty_unit_unit on catalogue.duty_unit (unit_id);

create table catalogue.task (
  id             bigint generated always as identity primary key,
  duty_id        bigint not null references catalogue.duty (id),
  unit_id        bigint not null references organisations.unit (id),
  period         text   not null,                    -- '2026-Q3', '2026-09', '2026', or 'event-<n>' for an event
  matter         text   not null default '',         -- what was formed, in the officer's words
  formed_on      date,
  opens_on       date   not null,
  due_on         date   not null,
  is_provisional boolean not null default false,
  fulfilled_on   date,                               -- published-at as a day; null while open
  fulfilled_by   text,                               -- index number, or 'confirmed'
  created_at     timestamptz not null,
  unique (duty_id, unit_id, period)
);
create index task_unit_due on catalogue.task (unit_id, due_on) where fulfilled_on is null;
create index task_unit_done on catalogue.task (unit_id, fulfilled_on desc) where fulfilled_on is not null;
