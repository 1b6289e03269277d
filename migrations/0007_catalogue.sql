-- Catalogues that cascade: templates laid down above, the editions of their lines with the day each takes effect, what units below
-- said to them; and the material of every quarter with its two signatures.
create table catalogue.template (
  id        bigint generated always as identity primary key,
  code      text   not null unique check (code ~ '^[a-z0-9-]{1,40}$'),
  unit_id   bigint not null references organisations.unit (id),   -- who keeps it; units below inherit
  name_zh   text   not null,
  name_en   text   not null,
  issuer_zh text   not null,                                      -- who laid it down: this unit, the province, a ministry
  issuer_en text   not null,
  kinds     text[] not null check (cardinality(kinds) > 0),       -- which kinds of unit below inherit
  levels    text[] not null default '{}'                          -- and of which levels; empty: all
);

create table catalogue.template_line (
  id          bigint generated always as identity primary key,
  template_id bigint not null references catalogue.template (id),
  code        text   not null unique check (code ~ '^[a-z0-9-]{1,60}$')   -- the code of the duty that units inherit
);
create index template_line_template on catalogue.template_line (template_id);

create table catalogue.edition (
  id              bigint  generated always as identity primary key,
  line_id         bigint  not null references catalogue.template_line (id),
  number          integer not null,
  takes_effect_on date    not null,
  line            jsonb   not null,                     -- every column of the line, see catalogue/templates/template.ts
  ends            boolean not null default false,       -- from that day on the line is no longer asked for
  reason          text    not null,
  announced_on    date    not null,
  unique (line_id, number)
);

create table catalogue.answer (
  id         bigint generated always as identity primary key,
  edition_id bigint not null references catalogue.edition (id),
  unit_id    bigint not null references organisations.unit (id),
  kind       text   not null check (kind in ('accepted', 'comment')),
  words      text   not null default '',
  given_on   date   not null
);
create index answer_edition on catalogue.answer (edition_id);
create unique index answer_accepted on catalogue.answer (edition_id, unit_id) where kind = 'accepted';

alter table catalogue.duty
  add column line_id    bigint references catalogue.template_line (id),   -- the line above from which it is inherited
  add column edition_id bigint references catalogue.edition (id);         -- the edition of it that it holds
create index duty_line on catalogue.duty (line_id) where line_id is not null;

create table catalogue.standing (
  id           bigint generated always as identity primary key,
  duty_id      bigint not null references catalogue.duty (id),
  unit_id      bigint not null references organisations.unit (id),
  index_number text   not null,                      -- what was published last under a standing matter
  down_on      date,                                 -- taken down on this day, with nothing in its place
  unique (duty_id, unit_id)
);
create index standing_index_number on catalogue.standing (index_number);

create table catalogue.material (
  id         bigint  generated always as identity primary key,
  task_id    bigint  not null unique references catalogue.task (id),
  words      text    not null,
  head_id    bigint,                 -- the department head who signed: the number of a person
  head_at    timestamptz,
  leader_id  bigint,                 -- the leader in charge who signed
  leader_at  timestamptz,
  handed_at  timestamptz,
  version    integer not null default 1,
  check (head_id is distinct from leader_id or head_id is null)
);
