// What is done to the register of applications: filing a request through the public form against bare inserts of the same rows, and
// counting all open cases anew after a holiday notice. Called by applications.mjs, over its million cases.
import { randomUUID } from 'node:crypto'
import { judge, median, table, timed } from './measure.mjs'

const rows = ['applications.application', 'applications.item', 'applications.event', 'journal.entry', 'journal.entry_text']
const inserts = 3
const casesPerSecond = 20_000

export async function measureActs(at, site, client, rounds) {
  const { submitApplication } = await at('features/applications/intake/submit-application.js')
  const { listMovedCases } = await at('features/applications/recounting/list-moved-cases.js')
  await client.query('set synchronous_commit = on')
  const [own, plain] = [[], []]
  await file(submitApplication, site)
  for (let round = 0; round < rounds; round++) {
    const { seconds, value } = await timed(() => file(submitApplication, site))
    const same = await rowsOf(client, value.id)
    plain.push((await timed(() => insertBare(client, same))).seconds)
    own.push(seconds)
  }
  const ratio = median(own.map((seconds, round) => seconds / plain[round]))
  const recount = await recounted(listMovedCases, site, client)
  const ms = (values) => (median(values) * 1000).toFixed(2)
  table(
    ['', 'ms', 'bare, ms', 'x bare'],
    [
      ['filing a request', ms(own), ms(plain), ratio.toFixed(2)],
      [`${recount.cases} open cases under two calendars`, (recount.seconds * 1000).toFixed(0), '', ''],
    ],
  )
  judge('filing a request', ratio, inserts, ' x')
  judge('open cases counted anew', recount.rate, casesPerSecond, ' cases/s', recount.rate >= casesPerSecond)
}

async function file(submitApplication, site) {
  const outcome = await submitApplication(site, {
    ...{ unit: 'u7', isMailed: false, language: 'zh', formKey: randomUUID(), files: [] },
    wish: {
      kind: 'information',
      wanted: '申请公开第七单位应急预案及其编制依据',
      documentHint: '',
      reason: '',
      form: 'electronic',
      way: 'online',
      items: [],
    },
    applicant: {
      ...{
        kind: 'person',
        name: '王小明',
        identityKind: 'passport',
        identityNumber: `E${Math.floor(Math.random() * 1e8)}`,
        phone: '13900001111',
      },
      ...{ email: '', address: '', contactName: '', agentName: '', agentIdentityNumber: '' },
    },
  })
  if (!outcome.ok) throw new Error(outcome.refusals.join(', '))
  return outcome.value
}

/**
 * The rows that filing wrote, as they are written bare: once more into the same tables, with the same indexes and references, under keys
 * and numbers of their own.
 */
async function rowsOf(client, id) {
  const found = {
    'applications.application': ['id = $1', id],
    'applications.item': ['application_id = $1', id],
    'applications.event': ['application_id = $1', id],
    'journal.entry': ['subject = $1', `applications.application:${id}`],
    'journal.entry_text': ['seq = (select seq from journal.entry where subject = $1)', `applications.application:${id}`],
  }
  const statements = []
  for (const name of rows) {
    const [where, value] = found[name]
    const { rows: stored } = await client.query(`select * from ${name} where ${where}`, [value])
    for (const row of stored) statements.push(await insertOf(client, name, apart(row)))
  }
  return statements
}

/** The same row beside the one that is there. */
function apart(row) {
  const other = { ...row }
  for (const key of ['id', 'application_id', 'seq', 'serial']) if (key in row) other[key] = -row[key]
  for (const key of ['number', 'form_key', 'code_hash']) if (typeof row[key] === 'string') other[key] = `bare ${row[key]}`
  if ('ref' in row) other.ref = randomUUID()
  if ('hash' in row) other.hash = [...row.hash].reverse().join('')
  return other
}

const columnsOf = new Map()

async function insertOf(client, name, row) {
  if (!columnsOf.has(name)) {
    const [schema, relation] = name.split('.')
    const { rows: columns } = await client.query(
      `select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2 and is_generated = 'NEVER'`,
      [schema, relation],
    )
    columnsOf.set(
      name,
      columns.map((column) => column.name),
    )
  }
  const columns = columnsOf.get(name)
  const places = columns.map((_, place) => `$${place + 1}`).join(', ')
  const text = `insert into ${name} (${columns.map((column) => `"${column}"`).join(', ')}) overriding system value values (${places})`
  return { text, values: columns.map((column) => (isPlain(row[column]) ? JSON.stringify(row[column]) : row[column])) }
}

/** What the driver gives for a column of JSON, and takes back only as text. */
function isPlain(value) {
  return value !== null && Object.getPrototypeOf(Object(value)) === Object.prototype
}

async function insertBare(client, statements) {
  await client.query('begin')
  for (const statement of statements) await client.query(statement)
  await client.query('commit')
}

/** Reads every open case with its events and runs its clock under the calendar as it is and with a day more off; nothing is saved. */
async function recounted(listMovedCases, site, client) {
  const more = new Map([...site.calendar.off, ['2026-06-23', { nameZh: '试', nameEn: 'Trial' }]])
  const { seconds, value } = await timed(() => listMovedCases(site, site.calendar, { ...site.calendar, off: more }))
  const { rows: found } = await client.query('select count(*) as n from applications.application where ended_on is null')
  const cases = Number(found[0].n)
  if (value.length === 0) throw new Error('no case moved')
  return { seconds, cases, rate: (2 * cases) / seconds }
}
