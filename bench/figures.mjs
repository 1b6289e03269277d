// The account with a million applications and a million documents, made by SQL in a database of its own: all figures read together against
// one of them alone, one figure against the barest count of the same rows, and the first page of its records against the barest list; over
// a connection of its own each, in interleaved rounds of the same run.
import { join } from 'node:path'
import { fillAccount } from './fill-account.mjs'
import { measurePairs, timed, title } from './measure.mjs'
import { makePlace } from './place.mjs'
import { root, runCommand } from './program.mjs'

const cases = Number(process.env['CASES'] ?? 1_000_000)
const documents = Number(process.env['DOCUMENTS'] ?? 1_000_000)
const rounds = Number(process.env['ROUNDS'] ?? 15)
const units = 200
const duties = 500
const today = '2026-11-27'
const targets = { all: 5, count: 2, list: 1.5 }
const [docs, apps] = ['publishing.document', 'applications.application']
const texts = `${docs} d join publishing.version v on v.document_id = d.id and v.number = d.published_version`
const released = 'published_at >= $1 and published_at < $2 and not is_for_staff'
const received = `kind = 'information' and received_on between $1 and $2`
const concluded = `kind = 'information' and ended_on between $1 and $2`
const year = ['2025-12-31T16:00:00Z', '2026-11-27T16:00:00Z']
const september = ['2026-08-31T16:00:00Z', '2026-09-30T16:00:00Z']
const days = ['2026-01-01', today]
const at = (path) => import(join(root, 'dist/src', path))

title(`The account over ${cases} applications and ${documents} documents of ${units} units`)
await runCommand(['help']) // compiles, if need be
const place = await makePlace()
const { asOwner, migrate, openDatabase } = await at('platform/database/index.js')
const database = await openDatabase({ url: place.url, dataDir: place.folder })
try {
  await migrate(database)
  const filling = await timed(() => asOwner(database, (client) => fillAccount(client, { cases, documents, units, duties, today })))
  console.log(`filled in ${filling.seconds.toFixed(0)} s\n`)
  const [{ readConfig }, { composeSite }] = [await at('config.js'), await at('compose-site.js')]
  const site = await composeSite(readConfig({ TODAY: today, DATA_DIR: place.folder }), database, () => undefined)
  await asOwner(database, async (client) => {
    await client.query('set jit = off; set plan_cache_mode = force_custom_plan')
    const asRun = (other) => (typeof other === 'function' ? other : () => client.query(other.text, other.values))
    const pairs = (await questions(site)).map(([name, ours, other, limit]) => [name, ours, asRun(other), limit])
    await measurePairs(pairs, rounds)
  })
} finally {
  await database.close()
  await place.remove()
}

function bare(columns, from, where, values, rest = '') {
  return { text: `select ${columns} from ${from} where ${where} ${rest}`, values }
}

/** Name, what the program does, what it is held against, and how many times as long it may take; 0 where it is only told. */
async function questions(site) {
  const [{ readAccount }, { countFigures, scopeOf }, { figureOf }, { periodFrom }, { listUnits }] = [
    await at('features/reports/figures/read-account.js'),
    await at('features/reports/figures/count-figures.js'),
    await at('features/reports/figures/all-figures.js'),
    await at('features/reports/figures/period.js'),
    await at('features/organisations/index.js'),
  ]
  const db = site.database.read
  const all = await listUnits(db)
  const city = { units: all, unit: undefined, period: periodFrom('2026'), cutOff: today }
  const asked = { city, one: { ...city, unit: all.find(({ code }) => code === 'u7') }, month: { ...city, period: periodFrom('2026-09') } }
  const account = (question, codes) => () => readAccount(site, question, codes?.map(figureOf))
  const count = (question, code) => () => countFigures(db, question, [figureOf(code)])
  const page = (question, code) => () => figureOf(code).facts.list(db, scopeOf(question), 0, 51)
  const { readOverview } = await at('features/reports/overview/read-overview.js')
  const overview = () => readOverview(site, { ...city, unit: all[0] })
  const whole = ['the overview of the city, all of it', overview, account(city, ['documents-entered']), targets.all]
  return [...accounts(account, asked), whole, ...counts(count, asked), ...lists(page, asked)]
}

/**
 * All figures against one alone. What one alone takes hangs on which: two of these read the records, and one is told by an index alone. Against
 * that, everything that reads records looks long, so it is only told.
 */
function accounts(account, { city, one }) {
  return [
    ['all figures, city, against documents entered', account(city), account(city, ['documents-entered']), targets.all],
    ['all figures, city, against applications carried over', account(city), account(city, ['applications-carried-over']), targets.all],
    ['all figures, city, against documents released', account(city), account(city, ['documents-released']), 0],
    ['all figures, a unit, against documents entered', account(one), account(one, ['documents-entered']), 0],
  ]
}

function counts(count, { city, one, month }) {
  return [
    ['documents released, city, year', count(city, 'documents-released'), bare('count(*)', docs, released, year), targets.count],
    ['documents released, city, month', count(month, 'documents-released'), bare('count(*)', docs, released, september), targets.count],
    [
      'documents released, a unit',
      count(one, 'documents-released'),
      bare('count(*)', docs, `unit_id = 7 and ${released}`, year),
      targets.count,
    ],
    ['applications received, city', count(city, 'applications-received'), bare('count(*)', apps, received, days), targets.count],
    ['applications ended, city', count(city, 'applications-concluded'), bare('count(*)', apps, concluded, days), targets.count],
  ]
}

function lists(page, { city, one }) {
  const line = 'd.id, d.unit_id, d.index_number, d.published_at, v.title'
  const caseLine = 'id, ref, unit_id, number, received_on, ended_on, leaf'
  const [byDocument, byCase] = ['order by d.id limit 51', 'order by id limit 51']
  const [ofCity, ofUnit] = [`d.id > 0 and ${released}`, `d.id > 0 and d.unit_id = 7 and ${released}`]
  return [
    ['records of documents released, city', page(city, 'documents-released'), bare(line, texts, ofCity, year, byDocument), targets.list],
    ['records of documents released, a unit', page(one, 'documents-released'), bare(line, texts, ofUnit, year, byDocument), targets.list],
    [
      'records of applications ended, city',
      page(city, 'applications-concluded'),
      bare(caseLine, apps, `id > 0 and ${concluded}`, days, byCase),
      targets.list,
    ],
  ]
}
