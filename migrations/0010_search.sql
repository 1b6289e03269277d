-- The search knows filters as words, lists are read from an index of their own, and what is searched in vain is kept without a trace.
create extension if not exists pg_trgm;

alter table publishing.search_entry
  add column unit_id     bigint,
  add column category_id bigint,
  add column duty_id     bigint,
  add column genre       text not null default '',
  add column language    text not null default 'zh',
  add column title       text not null default '',
  -- Title, keywords and summary with the filters: small enough to weigh thousands of matches without reading their whole vectors.
  add column head        tsvector not null default '',
  -- Where two texts share one of these numbers they are probably nearly the same; null until they were reckoned.
  add column bands       integer[];

update publishing.search_entry e set
  unit_id = d.unit_id, duty_id = d.duty_id, genre = v.genre, language = v.language, title = v.title,
  category_id = (select category_id from catalogue.duty where id = d.duty_id)
from publishing.document d join publishing.version v on v.document_id = d.id and v.number = d.published_version
where d.id = e.document_id;

update publishing.search_entry e set words = e.words || f.filters, head = ts_filter(e.words, '{a,b,c}') || f.filters
from (
  select document_id, array_to_tsvector(array_remove(
    array['@m' || to_char(published_on, 'YYYYMM'), '@y' || to_char(published_on, 'YYYY'), '@l' || language,
          case when genre <> '' then '@g' || genre end, '@d' || duty_id]
    || array(select '@u' || part from unnest(string_to_array(unit_path, '/')) as part where part <> '')
    || array(select '@c' || part from unnest(string_to_array(category_path, '/')) as part where part <> ''), null)) as filters
  from publishing.search_entry
) as f
where f.document_id = e.document_id;

drop index publishing.search_entry_unit;
-- The newest documents are listed and counted without a look at their long rows.
drop index publishing.search_entry_latest;
create index search_entry_latest on publishing.search_entry (published_on desc, document_id desc) include (audience);
create index search_entry_head on publishing.search_entry using gin (head);
create index search_entry_bands on publishing.search_entry using gin (bands);
create index search_entry_unread on publishing.search_entry (document_id) where bands is null;
create index search_entry_title on publishing.search_entry (lower(title) text_pattern_ops);
create index document_index_number_upper on publishing.document (upper(index_number) text_pattern_ops);

-- One row for each place where a document is listed: every unit and category above it, and its line of the catalogue.
create table publishing.listed (
  scope        text   not null,
  published_on date   not null,
  document_id  bigint not null references publishing.search_entry (document_id) on delete cascade,
  primary key (scope, published_on, document_id)
);
create index listed_document on publishing.listed (document_id);
insert into publishing.listed (scope, published_on, document_id)
select 'u' || part, published_on, document_id from publishing.search_entry, unnest(string_to_array(unit_path, '/')) as part
where part <> '' and audience <> 'staff'
union all
select 'c' || part, published_on, document_id from publishing.search_entry, unnest(string_to_array(category_path, '/')) as part
where part <> '' and audience <> 'staff'
union all
select 'd' || duty_id, published_on, document_id from publishing.search_entry where duty_id is not null and audience <> 'staff';

-- How many documents a line of the catalogue has, kept in the transaction that changes it.
create table publishing.duty_count (
  duty_id   bigint primary key,
  documents bigint not null
);
insert into publishing.duty_count (duty_id, documents)
select duty_id, count(*) from publishing.search_entry where duty_id is not null group by duty_id;

-- Words of titles in scripts other than Han, for "did you mean".
create table publishing.title_word (
  word text primary key
);
insert into publishing.title_word (word)
select distinct found[1] from publishing.search_entry, regexp_matches(lower(title), '[a-z]{4,40}', 'g') as found;
create index title_word_trigrams on publishing.title_word using gin (word gin_trgm_ops);

create schema searches;

-- Groups of words that mean the same here, besides those of the pack.
create table searches.synonym_group (
  id       bigint generated always as identity primary key,
  words    text[] not null,
  version  integer not null default 1
);

-- A search of one's own under a name, and when its list was last looked at.
create table searches.saved (
  id        bigint generated always as identity primary key,
  person_id bigint not null references accounts.person (id),
  name      text   not null,
  question  text   not null,
  looked_at timestamptz not null,
  unique (person_id, name)
);

-- What the hashes of rare words are made with, so that a copy of the table alone cannot be looked up in a list of words.
create table searches.seasoning (
  salt text not null
);
insert into searches.seasoning (salt) values (gen_random_uuid()::text || gen_random_uuid()::text);

-- Words that found nothing. Until they were asked often enough on several days there is only their hash. No address, no session, no time of day.
create table searches.missed (
  id         bigint generated always as identity primary key,
  hash       text   not null unique,
  words      text,
  decision   text   check (decision in ('duty','elsewhere','not-ours')),
  link       text   not null default '',
  reason     text   not null default '',
  decided_on date,
  version    integer not null default 1
);
create table searches.missed_day (
  missed_id bigint  not null references searches.missed (id) on delete cascade,
  asked_on  date    not null,
  times     integer not null,
  primary key (missed_id, asked_on)
);
create index missed_day_asked on searches.missed_day (asked_on);

-- Queries made only of words of the field (names of units and lines, synonyms) that found something: what many ask for.
create table searches.asked_day (
  words    text    not null,
  asked_on date    not null,
  times    integer not null,
  primary key (words, asked_on)
);
