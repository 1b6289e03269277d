// The nightly run of the detectors over a big city: a million documents and ten thousand duties, made by SQL in a database of its own,
// two thousand of the documents new since the night before. Set against bare counts of the same tables in the same run.
import { join } from 'node:path'
import { judge, table, timed, title } from './measure.mjs'
import { makePlace } from './place.mjs'
import { root, runCommand } from './program.mjs'

const documents = Number(process.env['DOCUMENTS'] ?? 1_000_000)
const duties = Number(process.env['DUTIES'] ?? 10_000)
const fresh = 2_000
const target = 60
const today = '2026-11-27'
const read = [
  'publishing.document',
  'publishing.public_change',
  'publishing.search_entry',
  'catalogue.task',
  'catalogue.duty_unit',
  'supervision.reading',
]
const at = (path) => import(join(root, 'dist/src', path))

title(`The nightly run over ${documents} documents and ${duties} duties`)
await runCommand(['help']) // compiles, if need be
const place = await makePlace()
const { asOwner, migrate, openDatabase } = await at('platform/database/index.js')
const database = await openDatabase({ url: place.url, dataDir: place.folder })
try {
  await migrate(database)
  const filling = await timed(() => asOwner(database, fill))
  console.log(`filled in ${filling.seconds.toFixed(0)} s\n`)
  const [{ readConfig }, { composeSite }, { measureDuties }] = [
    await at('config.js'),
    await at('compose-site.js'),
    await at('features/supervision/index.js'),
  ]
  const site = await composeSite(readConfig({ TODAY: today, DATA_DIR: place.folder }), database, () => undefined)
  const counts = await timed(() => asOwner(database, countAll))
  const first = await timed(() => measureDuties(site, 'system'))
  await asOwner(database, mendSome)
  const second = await timed(() => measureDuties(site, 'system'))
  const row = (name, { seconds }, run) => [
    name,
    seconds.toFixed(1),
    (seconds / counts.seconds).toFixed(2),
    run?.opened ?? '',
    run?.closed ?? '',
  ]
  table(
    ['', 'seconds', 'x the counts', 'opened', 'closed'],
    [
      row('counting the rows of the same tables', counts),
      row(`a night with ${fresh} new documents and everything found for the first time`, first, first.value),
      row('the night after, with a tenth of the overdue tasks done', second, second.value),
    ],
  )
  judge('the nightly run', Math.max(first.seconds, second.seconds), target, ' s')
} finally {
  await database.close()
  await place.remove()
}

/** Which unit keeps a line: the government the first fiftieth of the duties, else three departments each. */
function unitOf(duty, k) {
  return `case when ${duty} <= ${duties / 50} then 1 else 2 + (${duty} + (${k}) * 67) % 199 end`
}

async function fill(client) {
  const say = async (what, statement) => {
    const { seconds } = await timed(() => client.query(statement))
    if (seconds > 5) console.log(`  ${what}: ${seconds.toFixed(0)} s`)
  }
  // What is written here fits together by construction; looking every reference up would take most of the time.
  await client.query('set session_replication_role = replica; set statement_timeout = 0; set synchronous_commit = off')
  await fillCity(say)
  await fillTasks(say)
  await fillDocuments(say)
  await fillReadings(client, say)
  await say('statistics', 'analyze')
}

async function fillCity(say) {
  await say(
    'units',
    `
    insert into organisations.unit (code, kind, level, parent_id, path, name_zh, name_en, short_zh, short_en, functions_zh, address_zh, hours_zh,
      telephone, fax, email, web, responsible_zh, contact_zh, since_on, profile_on)
    select 'u' || n, case when n = 1 then 'city' else 'department' end, 'city', case when n > 1 then 1 end,
      case when n = 1 then '/1/' else '/1/' || n || '/' end, '单位' || n, 'Unit ' || n, 'u' || n, 'u' || n, '职能', '地址', '时间', '0999', '0999',
      'a@example.org', 'https://example.org', '负责人', case when n % 10 = 0 then '' else '联络人' end, '2010-01-01', '2020-01-01'
    from generate_series(1, 200) n`,
  )
  await say(
    'people',
    `
    insert into accounts.person (login, name_zh, name_en, password_hash, password_at, created_at) values ('bench', '林晓', 'Lin Xiao', '', now(), now())`,
  )
  await say(
    'categories',
    `
    insert into catalogue.category (code, path, name_zh, name_en) select 'c' || n, '/' || n || '/', '类目' || n, 'Category ' || n from generate_series(1, 500) n`,
  )
  await say(
    'duties',
    `
    insert into catalogue.duty (code, category_id, title_zh, title_en, basis_zh, basis_en, rule, channels, audience, mode, levels, since_on)
    select 'd' || n, 1 + n % 500, '事项' || n, 'Matter ' || n, '条例', 'Regulations',
      case when n % 2 = 0 then '{"kind":"within","days":20,"count":"working","anchor":"formation"}'::jsonb
        else '{"kind":"periodic","every":"month","within":10,"count":"calendar"}'::jsonb end,
      '{portal}', 'society', 'proactive', '{city}', '2020-01-01' from generate_series(1, ${duties}) n`,
  )
  await say(
    'lines',
    `
    insert into catalogue.duty_unit (duty_id, unit_id, since_on)
    select distinct d, ${unitOf('d', 'k')}, '2020-01-01'::date from generate_series(1, ${duties}) d, generate_series(0, 2) k`,
  )
}

async function fillTasks(say) {
  await say(
    'tasks',
    `
    insert into catalogue.task (duty_id, unit_id, period, opens_on, due_on, fulfilled_on, fulfilled_by, created_at)
    select duty_id, unit_id, 'p' || n, due - 10, due,
      case when (duty_id * 31 + unit_id * 17 + n) % 150 = 0 then null else due - 1 + (case when (duty_id + n) % 40 = 0 then 5 else 0 end) end,
      case when (duty_id * 31 + unit_id * 17 + n) % 150 = 0 then null else 'x' end, now()
    from catalogue.duty_unit, generate_series(0, 19) n, lateral (select '${today}'::date - 3 - n * 30 as due) as d`,
  )
}

async function fillDocuments(say) {
  await say(
    'documents',
    `
    insert into publishing.document (index_number, unit_id, duty_id, stage, standing, current_version, published_version, published_at, created_by, created_at)
    select 'B/' || i, ${unitOf('d', '(i / ' + duties + ') % 3')}, d, 'released', 'published', 1, 1, at, 1, at
    from generate_series(1, ${documents}) i,
      lateral (select 1 + i % ${duties} as d, '${today}'::timestamptz - (${documents} - i) * interval '${(5 * 365 * 86_400) / documents} seconds' as at) as x`,
  )
  // Texts of some 350 signs, each its own; the last ones repeat a text that the government published before them.
  await say(
    'texts',
    `
    insert into publishing.version (document_id, number, attribute, audience, language, title, body, formed_on, saved_by, saved_at)
    select id, 1, 'proactive', 'society', 'zh', '文件' || id,
      case when id > ${documents - 50} or id = ${documents - fresh + 1} then (select string_agg(md5('same' || n), '') from generate_series(1, 11) n)
        else md5(id::text) || md5('a' || id) || md5('b' || id) || md5('c' || id) || md5('d' || id) || md5('e' || id) || md5('f' || id) || md5('g' || id)
          || md5('h' || id) || md5('i' || id) || md5('j' || id) end,
      published_at::date, 1, published_at from publishing.document`,
  )
  await say(
    'changes',
    `insert into publishing.public_change (document_id, kind, at) select id, 'released', published_at from publishing.document order by id`,
  )
  await say(
    'search',
    `
    insert into publishing.search_entry (document_id, unit_path, category_path, published_on, audience, words)
    select id, '/1/', '/1/', published_at::date, 'society', 'a'::tsvector from publishing.document`,
  )
}

async function fillReadings(client, say) {
  await client.query(`update publishing.document set unit_id = 1, duty_id = 1 where id = ${documents - fresh + 1}`)
  await client.query('drop index supervision.reading_bands')
  await say(
    'readings',
    `
    insert into supervision.reading (document_id, version, unit_id, published_on, bands)
    select id, 1, unit_id, published_at::date, array(select hashint8(id * 12 + b) from generate_series(1, 12) b)
    from publishing.document where id <= ${documents - fresh}`,
  )
  await say(
    'index of the readings',
    `set maintenance_work_mem = '256MB'; create index reading_bands on supervision.reading using gin (bands)`,
  )
  await client.query(`update supervision.watch set read_change = ${documents - fresh}`)
}

async function countAll(client) {
  await client.query('set statement_timeout = 0')
  for (const name of read) await client.query(`select count(*) from ${name}`)
}

async function mendSome(client) {
  await client.query(`update catalogue.task set fulfilled_on = '${today}', fulfilled_by = 'x' where fulfilled_on is null and id % 10 = 0`)
}
