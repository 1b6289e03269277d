-- What was found in files: the text that their readers see, and what they do not.
alter table publishing.file add column cleaned_from bigint references publishing.file (id);

-- One row per file that was read; none yet: it is still being read. Made from the file alone, so it can be made anew.
create table publishing.file_text (
  file_id bigint primary key references publishing.file (id),
  state   text   not null check (state in ('looked','not-checked','unreadable')),
  because text   not null default '',                -- why it is not, or not fully, checked
  text    text   not null default '',                -- what its readers see, for the search
  read_at timestamptz not null
);

create table publishing.file_finding (
  file_id    bigint  not null references publishing.file_text (file_id) on delete cascade,
  position   integer not null,
  check_name text    not null,
  because    text    not null default '',
  found      integer not null,                       -- how often
  spots      jsonb   not null default '[]',          -- the first places: [{by, name, passage}]
  params     jsonb   not null default '{}',          -- what the words of the finding need
  primary key (file_id, position)
);

-- Files that were attached before are read now, as if they had just been attached.
insert into work.job (name, payload, key, created_at)
select 'publishing.read-file', jsonb_build_object('fileId', id), id::text, now()
from publishing.file where removed_at is null or is_public;
