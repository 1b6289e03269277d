// The register of applications with a million cases, made by SQL in a database of its own: the first page of the register, a later one,
// what is due this week, a search by words, the board, and everything that one case page reads; each against the barest statement that
// answers the same question, prepared and sent in the same way over a connection of its own, in interleaved rounds of the same run.
import { join } from 'node:path'
import { measureActs } from './application-acts.mjs'
import { judge, median, table, timed, title } from './measure.mjs'
import { makePlace } from './place.mjs'
import { root, runCommand } from './program.mjs'

const cases = Number(process.env['CASES'] ?? 1_000_000)
const rounds = Number(process.env['ROUNDS'] ?? 60)
const units = 200
const target = 1.5
const judged = ['register of a unit', 'register of the city', 'all, a page far behind', 'due this week', 'one case page']
const today = '2026-06-15'
const line = `id, ref, unit_id, year, serial, number, kind, channel, applicant_kind, masked_name, left(wanted, 200) as wanted, form_wanted,
  way_wanted, arrived_on, received_on, state, due_on, is_provisional, inner_due_on, waits_until, ended_on, is_in_time, leaf, handler_id`
const byDue = `coalesce(due_on, 'infinity'::date), id`
const byNumber = 'year desc, serial desc, id desc'
const at = (path) => import(join(root, 'dist/src', path))

title(`The register of applications with ${cases} cases in ${units} units`)
await runCommand(['help']) // compiles, if need be
const place = await makePlace()
const { asOwner, migrate, openDatabase } = await at('platform/database/index.js')
const database = await openDatabase({ url: place.url, dataDir: place.folder })
try {
  await migrate(database)
  const site = await composeSite()
  const { seal } = await at('platform/seal/index.js')
  seal(site.keys, {}, 'bench') // makes the key, which nobody makes any more where something is sealed already
  const filling = await timed(() => asOwner(database, fill))
  console.log(`filled in ${filling.seconds.toFixed(0)} s\n`)
  await asOwner(database, async (client) => {
    await client.query('set jit = off; set plan_cache_mode = force_custom_plan')
    await measureAll(client, await questions(site))
    await measureActs(at, site, client, rounds)
  })
} finally {
  await database.close()
  await place.remove()
}

function bare(where, order, ...values) {
  return { text: `select ${line} from applications.application where ${where} order by ${order} limit 51`, values }
}

async function composeSite() {
  const [{ readConfig }, program] = [await at('config.js'), await at('compose-site.js')]
  return program.composeSite(readConfig({ TODAY: today, DATA_DIR: place.folder }), database, () => undefined)
}

/** What the program asks, and the barest statement with the same answer. */
async function questions(site) {
  const [queries, { listingFrom, weekEnd }] = [
    await at('features/applications/register/queries.js'),
    await at('features/applications/register/listing.js'),
  ]
  const db = site.database.read
  const ask = (listing, unitIds = 'all') => ({ ...listingFrom(listing), unitIds, personId: 1, today, weekEndsOn: weekEnd(today) })
  const page = (listing, unitIds, after) => () => queries.listCases(db, ask(listing, unitIds), { after, limit: 51 })
  const some = Array.from({ length: 30 }, (_, n) => n * 6 + 2)
  const deep = { order: 'number', year: 2022, serial: 500, id: cases }
  const week = `ended_on is null and coalesce(due_on, 'infinity'::date) between $1 and $2`
  return [
    ['register of a unit', page({ view: 'open' }, [7]), bare('unit_id = $1 and ended_on is null', byDue, 7)],
    ['register of 30 units', page({ view: 'open' }, some), bare('unit_id = any($1::bigint[]) and ended_on is null', byDue, some)],
    ['register of the city', page({ view: 'open' }), bare('ended_on is null', byDue)],
    ['all, a page far behind', page({ view: 'all' }, 'all', deep), bare('(year, serial, id) < ($1, $2, $3)', byNumber, 2022, 500, cases)],
    ['due this week', page({ view: 'week' }), bare(week, byDue, today, '2026-06-21')],
    ['a rare outcome', page({ view: 'ended', leaf: 'P4' }), bare(`leaf = $1 and leaf <> '' and ended_on is not null`, byNumber, 'P4')],
    ['a number', page({ view: 'all', text: 'u7-2025-12' }), bare('number like $1', byNumber, 'u7-2025-12%')],
    ['count of the city’s open cases', () => queries.countCases(db, ask({ view: 'open' }))],
    ['words in the city’s register', () => queries.listCases(db, ask({ view: 'all', text: '预案第77' }), { limit: 51 })],
    ...(await otherQuestions(site, db)),
  ]
}

/** One case page, and what the office’s board counts. */
async function otherQuestions(site, db) {
  const [work, figures, { ordinalsOf }, { readCase }] = [
    await at('features/applications/register/queries-work.js'),
    await at('features/applications/figures/queries.js'),
    await at('features/applications/figures/ordinal.js'),
    await at('features/applications/cases/read-case.js'),
  ]
  const [one] = await work.listDeadlines(db, [7], 1)
  const ordinals = ordinalsOf(site.calendar, '2021-01-01', '2026-12-31')
  const year = { from: '2026-01-01', until: '2026-12-31' }
  return [
    ['one case page', () => readCase(site, db, one.ref), await caseStatements(one)],
    ['letters to confirm', () => work.listUnconfirmedLetters(db, [7], 10)],
    ['board: open today', () => figures.countOpen(db, today, '2026-06-21')],
    ['board: ended this year', () => figures.countEnded(db, year, 'all', ordinals)],
  ]
}

/** Everything that a case page reads, as bare statements by primary key and foreign keys. */
async function caseStatements({ id, unitId, ref }) {
  return [
    { text: 'select * from applications.application where ref = $1', values: [ref] },
    { text: 'select * from organisations.unit where id = $1', values: [unitId] },
    { text: 'select * from applications.event where application_id = $1 order by id', values: [id] },
    { text: 'select * from applications.item where application_id = $1 order by position', values: [id] },
    { text: 'select * from applications.file where application_id = $1 order by id', values: [id] },
    { text: 'select promise_days from applications.counter where unit_id = $1', values: [unitId] },
  ]
}

async function measureAll(client, asked) {
  const rows = []
  const ratios = []
  for (const [name, ours, statement] of asked) {
    const statements = [statement].flat().filter((one) => one !== undefined)
    const [own, bare] = [[], []]
    await ours()
    await runEach(client, statements)
    for (let round = 0; round < (statements.length > 0 ? rounds : 5); round++) {
      if (statements.length > 0) bare.push((await timed(async () => runEach(client, statements))).seconds)
      own.push((await timed(ours)).seconds)
    }
    const ms = (values) => (values.length === 0 ? '' : (median(values) * 1000).toFixed(2))
    // Each against the one sent right before it, so that a busy moment falls on both.
    const ratio = bare.length === 0 ? undefined : median(own.map((value, round) => value / bare[round]))
    rows.push([name, ms(own), ms(bare), ratio === undefined ? '' : ratio.toFixed(2)])
    if (ratio !== undefined && judged.includes(name)) ratios.push([name, ratio])
  }
  table(['', 'ms', 'bare, ms', 'x bare'], rows)
  for (const [name, ratio] of ratios) judge(name, ratio, target, ' x')
}

async function runEach(client, statements) {
  for (const { text, values } of statements) await client.query(text, values)
}

async function fill(client) {
  // What is written here fits together by construction; looking every reference up would take most of the time.
  await client.query('set session_replication_role = replica; set statement_timeout = 0; set synchronous_commit = off')
  await client.query(`set maintenance_work_mem = '256MB'`)
  const say = async (what, statement) => {
    const { seconds } = await timed(() => client.query(statement))
    if (seconds > 5) console.log(`  ${what}: ${seconds.toFixed(0)} s`)
  }
  await say(
    'units',
    `insert into organisations.unit (code, kind, level, parent_id, path, name_zh, name_en, short_zh, short_en, since_on, profile_on)
     select 'u' || n, case when n = 1 then 'city' else 'department' end, 'city', case when n > 1 then 1 end,
       case when n = 1 then '/1/' else '/1/' || n || '/' end, '单位' || n, 'Unit ' || n, 'u' || n, 'u' || n, '2010-01-01', '2020-01-01'
     from generate_series(1, ${units}) n`,
  )
  await say('counters', `insert into applications.counter (unit_id, since_on) select n, '2019-05-15' from generate_series(1, ${units}) n`)
  await say(
    'people',
    `insert into accounts.person (login, name_zh, name_en, password_hash, password_at, created_at)
     select 'p' || n, '林晓', 'Lin Xiao', '', now(), now() from generate_series(1, 50) n`,
  )
  const { rows } = await client.query(
    `select indexname as name, indexdef as definition from pg_indexes i where schemaname = 'applications' and tablename in ('application', 'event')
     and not exists (select from pg_constraint c where c.conname = i.indexname)`,
  )
  for (const { name } of rows) await client.query(`drop index applications.${name}`)
  await fillCases(say)
  for (const { definition } of rows) await say('index', definition)
  await say('statistics', 'vacuum analyze')
}

/** Six and a half years of cases up to today: the newest of the last weeks are open, the others ended; one in twenty was extended. */
async function fillCases(say) {
  const each = Math.ceil(cases / units)
  const days = 2350
  await say(
    'cases',
    `insert into applications.application (unit_id, year, serial, number, edition, channel, applicant_kind, sealed, sealed_hash, masked_name,
       person_hash, id_hash, wanted, form_wanted, way_wanted, arrived_on, confirmed_on, typed_at, form_key, form_hash, code_hash, state,
       received_on, base_due_on, due_on, waits_until, ended_on, is_in_time, leaf, handler_id)
     select u, extract(year from on_day), n, 'u' || u || '-' || extract(year from on_day) || '-' || lpad(n::text, 4, '0'), '2019',
       (array['online','counter','registered-post','ordinary-post','email'])[1 + (n * 7 + u) % 5],
       (array['person','person','person','company','law-firm'])[1 + (n + u) % 5], '\\x00', '\\x00', '王*明',
       decode(md5((n * 31 % 40000)::text), 'hex'), decode(md5((n * 31 % 40000)::text), 'hex'),
       '申请公开单位' || u || '第' || n || '号应急预案第' || (n * 77 % 1000) || '项及其编制依据、专家论证意见和历次修订情况', 'electronic', 'online',
       on_day, on_day, on_day, 'f' || u || '-' || n, '', md5('c' || u || '-' || n),
       case when is_open then (array['running','running','running','running','awaiting-supplement'])[1 + n % 5] else 'replied' end,
       on_day, on_day + 28, case when is_open and n % 5 = 4 then null else on_day + (case when n % 20 = 0 then 56 else 28 end) end,
       case when is_open and n % 5 = 4 then on_day + 40 end, case when is_open then null else on_day + 5 + n % 22 end,
       case when is_open then null else n % 50 > 0 end,
       case when is_open then '' else (array['G1','G1','G2','D4','D6','U1','U1','P1','O1'])[1 + n % 9] end, 1 + (u + n) % 50
     from generate_series(1, ${units}) u, generate_series(1, ${each}) n,
       lateral (select '${today}'::date - (${days} - (n::bigint * ${days} / ${each})::int) as on_day) d,
       lateral (select on_day > '${today}'::date - 27 or n % 4000 = 1 as is_open) o`,
  )
  await say('rare', `update applications.application set leaf = 'P4' where id % 20000 = 5 and ended_on is not null`)
  await say(
    'events',
    `insert into applications.event (application_id, kind, on_day, fields, at)
     select id, 'received', arrived_on, jsonb_build_object('channel', channel, 'arrivedOn', arrived_on, 'confirmedOn', arrived_on), typed_at
     from applications.application
     union all select id, 'extended', arrived_on + 20, jsonb_build_object('decidedOn', arrived_on + 20, 'toldOn', arrived_on + 20), typed_at
     from applications.application where serial % 20 = 0
     union all select id, 'replied', ended_on, jsonb_build_object('on', ended_on), typed_at from applications.application where ended_on is not null`,
  )
  await say('items', `insert into applications.item (application_id, position, words) select id, 1, wanted from applications.application`)
}
