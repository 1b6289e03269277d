import { timed } from './measure.mjs'

/** Fills an empty database for the account: units, five years of cases and documents with what followed them, lines with their tasks. */
export async function fillAccount(client, { cases, documents, units, duties, today }) {
  // What is written here fits together by construction; looking every reference up would take most of the time.
  await client.query('set session_replication_role = replica; set statement_timeout = 0; set synchronous_commit = off')
  const say = async (what, statement) => {
    const { seconds } = await timed(() => client.query(statement))
    if (seconds > 5) console.log(`  ${what}: ${seconds.toFixed(0)} s`)
  }
  const { rows } = await client.query(
    `select schemaname || '.' || indexname as name, indexdef as definition from pg_indexes i
     where (schemaname, tablename) in (('applications', 'application'), ('publishing', 'document'), ('publishing', 'public_change'))
     and not exists (select from pg_constraint c where c.conname = i.indexname)`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await fillCity(say, { units, duties, today })
  await fillCases(say, { cases, units, today })
  await fillDocuments(say, { documents, units, duties, today })
  for (const { definition } of rows) await say('index', definition)
  await say('statistics', 'vacuum analyze')
}

async function fillCity(say, { units, duties, today }) {
  await say(
    'units',
    `insert into organisations.unit (code, kind, level, parent_id, path, name_zh, name_en, short_zh, short_en, since_on, profile_on)
     select 'u' || n, case when n = 1 then 'city' else 'department' end, 'city', case when n > 1 then 1 end,
       case when n = 1 then '/1/' else '/1/' || n || '/' end, '单位' || n, 'Unit ' || n, 'u' || n, 'u' || n, '2010-01-01', '2020-01-01'
     from generate_series(1, ${units}) n`,
  )
  await say(
    'people',
    `insert into accounts.person (login, name_zh, name_en, password_hash, password_at, created_at) values ('bench', '林晓', 'Lin Xiao', '', now(), now())`,
  )
  await say(
    'categories',
    `insert into catalogue.category (code, path, name_zh, name_en)
     select 'c' || n, case when n = 1 then '/1/' else '/1/' || n || '/' end, '类目' || n, 'Category ' || n from generate_series(1, 50) n`,
  )
  await say(
    'duties',
    `insert into catalogue.duty (code, category_id, title_zh, title_en, basis_zh, basis_en, rule, channels, audience, mode, levels, since_on)
     select 'd' || n, 1 + n % 50, '事项' || n, 'Matter ' || n, '条例', 'Regulations',
       '{"kind":"within","days":20,"count":"working","anchor":"formation"}'::jsonb, '{portal}', 'society', 'proactive', '{city}', '2020-01-01'
     from generate_series(1, ${duties}) n`,
  )
  await say(
    'lines',
    `insert into catalogue.duty_unit (duty_id, unit_id, since_on) select n, 1 + n % ${units}, '2020-01-01' from generate_series(1, ${duties}) n`,
  )
  await say(
    'tasks',
    `insert into catalogue.task (duty_id, unit_id, period, opens_on, due_on, fulfilled_on, fulfilled_by, created_at)
     select duty_id, unit_id, 'p' || n, due - 10, due, case when n % 50 = 0 then null else due - 1 + (case when n % 20 = 1 then 5 else 0 end) end,
       case when n % 50 = 0 then null else 'x' end, now()
     from catalogue.duty_unit, generate_series(0, 199) n, lateral (select '${today}'::date - 3 - n * 9 as due) as d`,
  )
}

/** Five years of cases; those of the last weeks are open, one in twenty was extended, one in a hundred was challenged. */
async function fillCases(say, { cases, units, today }) {
  await say(
    'cases',
    `insert into applications.application (unit_id, year, serial, number, edition, channel, applicant_kind, sealed, sealed_hash, masked_name,
       person_hash, id_hash, wanted, form_wanted, way_wanted, arrived_on, confirmed_on, typed_at, form_key, form_hash, code_hash, state,
       received_on, base_due_on, due_on, ended_on, is_in_time, leaf)
     select 1 + n % ${units}, extract(year from on_day), n, 'a' || n, '2019', 'online', (array['person','person','company'])[1 + n % 3],
       '\\x00', '\\x00', '王*明', '\\x00', '\\x00', '应急预案第' || n || '项', 'electronic', 'online', on_day, on_day, on_day, 'f' || n, '',
       md5('c' || n), case when is_open then 'running' else 'replied' end, on_day, on_day + 28, on_day + 28,
       case when is_open then null else on_day + 5 + n % 22 end, case when is_open then null else n % 50 > 0 end,
       case when is_open then '' else (array['G1','G1','G2','D4','U1'])[1 + n % 5] end
     from generate_series(1, ${cases}) n,
       lateral (select '${today}'::date - ((${cases} - n)::bigint * 1826 / ${cases})::int as on_day) d,
       lateral (select on_day > '${today}'::date - 27 as is_open) o`,
  )
  await say(
    'events',
    `insert into applications.event (application_id, kind, on_day, fields, at)
     select id, 'extended', arrived_on + 20, '{}', typed_at from applications.application where id % 20 = 0`,
  )
  await say(
    'challenges',
    `insert into applications.challenge (application_id, kind, body, filed_on, decided_on, result, form_key)
     select id, (array['reconsideration','suit'])[1 + id % 2], '市政府', ended_on + 10, ended_on + 60, 'kept', 'c' || id
     from applications.application where id % 100 = 0 and ended_on is not null`,
  )
}

/** Five years of documents, one in ten still on its way; one in a hundred was corrected. */
async function fillDocuments(say, { documents, units, duties, today }) {
  await say(
    'documents',
    `insert into publishing.document (index_number, unit_id, duty_id, stage, standing, current_version, published_version, published_at, is_for_staff,
       created_by, created_at)
     select 'B/' || i, 1 + i % ${units}, 1 + i % ${duties}, case when i % 10 = 0 then 'with-head' else 'released' end,
       case when i % 10 = 0 then 'unpublished' else 'published' end, 1, case when i % 10 = 0 then null else 1 end,
       case when i % 10 = 0 then null else at + interval '3 days' end, i % 199 = 3 and i % 10 <> 0, 1, at
     from generate_series(1, ${documents}) i,
       lateral (select '${today}'::timestamptz - (${documents} - i) * interval '${(1826 * 86_400) / documents} seconds' - interval '3 days' as at) as x`,
  )
  await say(
    'texts',
    `insert into publishing.version (document_id, number, attribute, audience, language, title, body, formed_on, saved_by, saved_at)
     select id, 1, 'proactive', case when id % 199 = 3 then 'staff' else 'society' end, 'zh', '文件' || id, '', created_at::date, 1, created_at from publishing.document`,
  )
  await say(
    'changes',
    `insert into publishing.public_change (document_id, kind, at) select id, 'released', published_at from publishing.document
     where published_at is not null order by id`,
  )
  await say(
    'corrections',
    `insert into publishing.public_change (document_id, kind, at) select id, 'corrected', published_at + interval '5 days'
     from publishing.document where id % 100 = 1 and published_at < '${today}'::timestamptz - interval '6 days'`,
  )
  await say(
    'search',
    `insert into publishing.search_entry (document_id, unit_path, category_path, published_on, audience, words)
     select id, '/1/', '/1/', published_at::date, case when id % 199 = 3 then 'staff' else 'society' end, 'a'::tsvector from publishing.document where published_at is not null`,
  )
}
