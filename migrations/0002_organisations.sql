-- Units: the tree of bodies that owe openness, with their profile and their history.
create schema organisations;

create table organisations.unit (
  id                bigint generated always as identity primary key,
  code              text   not null unique check (code ~ '^[a-z0-9-]{1,60}$'),
  kind              text   not null check (kind in ('province','city','county','department','section','town','village','institution','enterprise')),
  level             text   not null check (level in ('central','province','city','county','town','village','other')),
  parent_id         bigint references organisations.unit (id),
  path              text   not null unique,          -- '/1/12/': every ancestor's id, then its own
  organisation_code text   unique,                   -- GB 11714, nine characters; index numbers start with it
  name_zh           text   not null,
  name_en           text   not null,
  short_zh          text   not null,
  short_en          text   not null,
  functions_zh      text   not null default '',
  functions_en      text   not null default '',
  address_zh        text   not null default '',
  address_en        text   not null default '',
  hours_zh          text   not null default '',
  hours_en          text   not null default '',
  telephone         text   not null default '',
  fax               text   not null default '',
  email             text   not null default '',
  web               text   not null default '',
  responsible_zh    text   not null default '',
  responsible_en    text   not null default '',
  contact_zh        text   not null default '',
  contact_en        text   not null default '',
  since_on          date   not null,
  until_on          date,                            -- the last day of its existence
  profile_on        date   not null,                 -- the day its profile was last confirmed or changed
  version           integer not null default 1       -- two editors at once: the second sees the difference
);
create index unit_path on organisations.unit (path text_pattern_ops);
create index unit_parent on organisations.unit (parent_id);

-- What happened to a unit; names of the past stay findable.
create table organisations.unit_event (
  id        bigint generated always as identity primary key,
  unit_id   bigint not null references organisations.unit (id),
  kind      text   not null check (kind in ('founded','renamed','moved','merged','dissolved')),
  happened_on date not null,
  name_zh   text   not null default '',              -- the name before
  name_en   text   not null default '',
  into_id   bigint references organisations.unit (id),
  reason    text   not null default ''
);
create index unit_event_unit on organisations.unit_event (unit_id, happened_on);
