// The search over 100,000 documents of 2 KB (--large: a million): the act that the page uses against its bare SQL, lists against the same
// lists of 10,000 documents, and the search for nearly equal texts.
import pg from 'pg'
import { join } from 'node:path'
import { fill } from './documents.mjs'
import { judge, median, table, timed, title } from './measure.mjs'
import { freshFolder, root, runCommand } from './program.mjs'

const count = Number(process.env['DOCUMENTS'] ?? (process.argv.includes('--large') ? 1_000_000 : 100_000))
const small = 10_000
const rounds = Number(process.env['ROUNDS'] ?? 15)
const at = (path) => import(join(root, 'dist/src', path))

title(`Search over ${count.toLocaleString('en')} documents`)
await runCommand(['help']) // compiles, if need be
const large = await open(count)
const little = await open(small)
try {
  await searches(large)
  await lists(large, little)
  await near(large)
} finally {
  await large.close()
  await little.close()
}

async function searches({ site, watch, bare }) {
  const { findDocuments } = await at('features/portal/find-documents.js')
  const questions = {
    'a word in most texts': { words: '信息公开' },
    'two words in most texts': { words: '政府 单位' },
    'a word in most texts, inside one unit': { words: '信息公开', unit: 'unit-7' },
    'the same with four filters': { words: '信息公开', unit: 'unit-7', category: 'category-6', year: 2020, genre: 'plan' },
    'the same, the newest first': { words: '信息公开', sort: 'newest' },
    'one character': { words: '税' },
    'a word of the field with synonyms': { words: '低保' },
    'an English word': { words: 'budget' },
    'a rare phrase': { words: '土地征收补偿安置' },
    'words that nobody wrote': { words: '量子隧道显微镜' },
  }
  const all = { act: [], bare: [] }
  const rows = []
  for (const [name, question] of Object.entries(questions)) {
    const asked = { isCut: false, ...question }
    const statements = await watch(() => findDocuments(site, asked))
    const times = { act: [], bare: [] }
    for (let round = 0; round < rounds; round++) {
      times.act.push((await timed(() => findDocuments(site, asked))).seconds * 1000)
      times.bare.push((await timed(() => bare(statements))).seconds * 1000)
    }
    for (const kind of ['act', 'bare']) all[kind].push(...times[kind])
    const { total } = await findDocuments(site, asked)
    rows.push([name, total > 2000 ? '2,000+' : total, ...[median(times.bare), median(times.act), p95(times.bare), p95(times.act)].map(ms)])
  }
  table(['', 'found', 'SQL, median ms', 'act, median ms', 'SQL, p95', 'act, p95'], rows)
  judge('p95 of the act against its bare SQL', p95(all.act) / p95(all.bare), 1.5, ' x')
}

/** Pages drawn anew each time, of the large and of the small city in turn. */
async function lists(large, little) {
  const [{ routes, edge }, { buildServer }] = [await at('app.js'), await at('platform/http/server.js')]
  const servers = [await buildServer(large.site, routes, edge), await buildServer(little.site, routes, edge)]
  const rows = []
  const ratios = []
  for (const path of [
    '/zh/latest',
    '/zh/latest?unit=unit-7',
    '/zh/latest?category=category-6',
    '/zh/units/unit-7',
    '/zh/catalogue/category-6',
  ]) {
    const times = [[], []]
    for (let round = 0; round < rounds * 4; round++) {
      for (const [which, { server, kept }] of servers.entries()) {
        kept.changed()
        times[which].push((await timed(() => server.inject({ method: 'GET', url: path }))).seconds * 1000)
      }
    }
    // Each page against the one drawn right before it, so that a busy moment falls on both.
    const ratio = median(times[0].map((big, round) => big / times[1][round]))
    ratios.push(ratio)
    rows.push([path, ms(median(times[1])), ms(median(times[0])), ratio.toFixed(2)])
  }
  table(['', `${small.toLocaleString('en')} documents, ms`, `${count.toLocaleString('en')}, ms`, 'x'], rows)
  for (const { server } of servers) await server.close()
  judge('the slowest list against the same of 10,000', Math.max(...ratios), 1.2, ' x')
}

async function near({ site }) {
  const { listNear } = await at('features/publishing/queries-entry.js')
  const { bandsOf } = await at('platform/search/bands.js')
  const { asOwner } = await at('platform/database/index.js')
  const probes = await asOwner(site.database, async (client) => {
    const { rows } = await client.query(
      'select document_id as id, title, body from publishing.version where document_id % $1 = 0 limit 20',
      [Math.floor(count / 20)],
    )
    for (const { id, title: name, body } of rows)
      await client.query('update publishing.search_entry set bands = $2 where document_id = $1', [id, bandsOf(`${name}\n${body}`)])
    return rows
  })
  const times = []
  let found = 0
  for (const { id, title: name, body } of probes) {
    const changed = `${name}\n${body.slice(0, 300)}另有一处改动。${body.slice(310)}`
    const { seconds, value } = await timed(() => listNear(site.database.read, 0, changed))
    times.push(seconds * 1000)
    found += Number(value.some((one) => one.indexNumber === `bench/${id}`))
  }
  console.log(`${found} of ${probes.length} slightly changed texts found.\n`)
  judge('texts that are missed', probes.length - found, 0, '')
  judge('nearly equal texts, p95', p95(times), 100, ' ms')
}

/** A migrated database of its own with a city of so many documents. */
async function open(documents) {
  const [{ asOwner, migrate, openDatabase }, { composeSite }, { readConfig }] = [
    await at('platform/database/index.js'),
    await at('compose-site.js'),
    await at('config.js'),
  ]
  const place = await freshPlace(documents)
  const database = await openDatabase(place.options)
  await migrate(database)
  const site = await composeSite(readConfig({ DATA_DIR: place.folder, TODAY: '2026-11-27' }), database, () => undefined)
  const { seconds } = await timed(() => asOwner(database, (client) => fill(client, site, documents)))
  console.log(`${documents.toLocaleString('en')} documents laid out in ${Math.round(seconds)} s.`)
  const client = await asOwner(database, async (owner) => owner.connectionParameters)
  const own = new pg.Client({
    host: client.host,
    port: client.port,
    user: client.user,
    password: client.password,
    database: client.database,
  })
  await own.connect()
  await own.query('set jit = off; set plan_cache_mode = force_custom_plan')
  return {
    site,
    watch,
    async bare(statements) {
      for (const { text, values } of statements) await own.query(text, values)
    },
    async close() {
      await own.end()
      await database.close()
      await place.remove()
    },
  }
}

/** The statements that some work sends to the database. */
async function watch(work) {
  const { query } = pg.Client.prototype
  const seen = []
  pg.Client.prototype.query = function (text, values, ...rest) {
    if (typeof text === 'string' && Array.isArray(values)) seen.push({ text, values })
    return query.call(this, text, values, ...rest)
  }
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return seen
}

async function freshPlace(documents) {
  const folder = freshFolder()
  const url = process.env['DATABASE_URL']
  if (!url) return { folder: folder.folder, options: { dataDir: folder.folder }, remove: folder.remove }
  const name = `gongkai_bench_${process.pid}_${documents}`
  const asAdmin = async (statement) => {
    const admin = new pg.Client({ connectionString: url })
    await admin.connect()
    await admin.query(statement)
    await admin.end()
  }
  await asAdmin(`create database ${name} template template0`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    folder: folder.folder,
    options: { url: own.href, dataDir: folder.folder },
    async remove() {
      folder.remove()
      await asAdmin(`drop database ${name} with (force)`)
    },
  }
}

function p95(values) {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * 0.95))]
}

function ms(value) {
  return value.toFixed(1)
}
