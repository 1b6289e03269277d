// Index numbers: 10,000 documents begun in parallel from three processes. The numbers must be unique and without a gap; the rate is set
// against plain inserts into a table, in parallel and one after the other.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judge, median, table, timed, title } from './measure.mjs'
import { freshFolder, root, runCommand } from './program.mjs'

const total = Number(process.env['DOCUMENTS'] ?? 10_000)
const rounds = 5
const processes = 3
const each = Math.ceil(total / rounds / processes)
const at = (path) => import(join(root, 'dist/src', path))

if (process.argv[2] === 'worker') await work(JSON.parse(process.argv[3]))
else await measure()

async function measure() {
  title('Index numbers taken in parallel')
  await runCommand(['help']) // compiles, if need be
  const place = freshFolder()
  const { asOwner, migrate, openDatabase } = await at('platform/database/index.js')
  const database = await openDatabase({ dataDir: place.folder })
  try {
    await migrate(database)
    await prepare(database, place.folder)
    const workers = await Promise.all(Array.from({ length: processes }, () => startWorker(place.folder)))
    const rates = { documents: [], plain: [], serial: [] }
    for (let round = 0; round < rounds; round++) {
      rates.documents.push(await rateOf(workers, 'documents', each))
      rates.plain.push(await rateOf(workers, 'plain', each))
      rates.serial.push(await rateOf(workers.slice(0, 1), 'serial', each))
    }
    for (const worker of workers) worker.disconnect()
    report(rates, await asOwner(database, readSerials))
  } finally {
    await database.close()
    place.remove()
  }
}

/** The table for the plain inserts, and one unit and one person made by the acts of the program. */
async function prepare(database, dataDir) {
  await asTables(database)
  const site = await siteOver(database, dataDir)
  const { addUnit } = await at('features/organisations/index.js')
  const { profileFields } = await at('features/organisations/unit.js')
  const { addPerson } = await at('features/accounts/index.js')
  const names = { nameZh: '试验单位', nameEn: 'Bench', shortZh: '试验', shortEn: 'Bench' }
  const profile = Object.fromEntries(profileFields.map((name) => [name, '']))
  const place = { code: 'bench', kind: 'department', level: 'city', sinceOn: '2020-01-01' }
  const unit = await addUnit(site, 'system', { ...place, ...names, ...profile })
  const person = await addPerson(site, 'system', { login: 'bench', nameZh: '林晓', nameEn: 'Lin Xiao', email: '' })
  for (const outcome of [unit, person]) if (!outcome.ok) throw new Error(outcome.refusals.join(', '))
}

async function asTables(database) {
  const { asOwner } = await at('platform/database/index.js')
  await asOwner(database, (client) =>
    client.query(`create schema bench;
      create table bench.plain (id bigint generated always as identity primary key, number text not null unique, at timestamptz not null);
      grant usage on schema bench to gongkai_app;
      grant insert on bench.plain to gongkai_app`),
  )
}

async function siteOver(database, dataDir) {
  const { composeSite } = await at('compose-site.js')
  const { readConfig } = await at('config.js')
  return composeSite(readConfig({ DATA_DIR: dataDir }), database, () => undefined)
}

async function readSerials(client) {
  const { rows } = await client.query(`select count(*)::int as count, count(distinct index_number)::int as unique,
    max(substring(index_number from '[0-9]+$')::int) as last from publishing.document`)
  return rows[0]
}

function report(rates, { count, unique, last }) {
  const base = median(rates.plain)
  const row = (name, rate) => [name, Math.round(rate), (rate / base).toFixed(2)]
  table(
    ['', 'per second', 'x plain inserts'],
    [
      row('plain inserts, in parallel', base),
      row('plain inserts, one after the other', median(rates.serial)),
      row('documents begun, in parallel', median(rates.documents)),
    ],
  )
  console.log(`${processes} processes with 8 acts at a time each; medians of ${rounds} rounds of ${each * processes}, interleaved.`)
  console.log('A document is a number, two rows and an entry of the record in one transaction; entries are chained, so these take turns.\n')
  judge('numbers given twice', count - unique, 0, '')
  judge('gaps in the numbers', last - count, 0, '')
}

async function startWorker(dataDir) {
  const worker = fork(fileURLToPath(import.meta.url), ['worker', JSON.stringify({ dataDir })])
  await new Promise((resolve) => worker.once('message', resolve))
  return worker
}

async function rateOf(workers, task, count) {
  const { seconds } = await timed(() =>
    Promise.all(
      workers.map(
        (worker) =>
          new Promise((resolve, reject) => {
            worker.once('message', (fault) => (fault === 'done' ? resolve() : reject(new Error(fault))))
            worker.send({ task, count })
          }),
      ),
    ),
  )
  return (count * workers.length) / seconds
}

async function work({ dataDir }) {
  const { openDatabase } = await at('platform/database/index.js')
  const database = await openDatabase({ dataDir, asGuest: true, poolSize: 8 })
  const plain = await plainInsert(database)
  const acts = { documents: await beginDocument(await siteOver(database, dataDir)), plain, serial: plain }
  process.on('message', ({ task, count }) => {
    inTurns(acts[task], count, task === 'serial' ? 1 : 8).then(
      () => process.send('done'),
      (fault) => process.send(String(fault.stack)),
    )
  })
  process.once('disconnect', () => void database.close())
  process.send('ready')
}

async function beginDocument(site) {
  const { createDocument } = await at('features/publishing/index.js')
  const { findUnitByCode } = await at('features/organisations/index.js')
  const unit = await findUnitByCode(site.database.read, 'bench')
  const officer = { personId: 1, posts: [{ role: 'information-officer', unitPath: unit.path }] }
  const words = { ground: '', groundReason: '', summary: '', body: '', documentNumber: '', subject: '', genre: '', served: '' }
  const content = { ...words, attribute: 'proactive', audience: 'society', language: 'en', title: 'A number, please', keywords: [] }
  return async () => {
    const outcome = await createDocument(site, officer, { unitId: unit.id, content })
    if (!outcome.ok) throw new Error(outcome.refusals.join(', '))
  }
}

async function plainInsert(database) {
  const { using } = await at('platform/database/index.js')
  const row = () => ({ number: crypto.randomUUID(), at: new Date() })
  return () => database.transaction((db) => using(db).insertInto('bench.plain').values(row()).execute())
}

async function inTurns(act, count, lanes) {
  let left = count
  const lane = async () => {
    while (left-- > 0) await act()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
