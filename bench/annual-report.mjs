// The annual report of a city with a million applications and a million documents, made by SQL in a database of its own: all its cells against
// the bare aggregates that give the same numbers, the first page of the records of a cell against the barest list, over a connection of its
// own, in interleaved rounds of the same run; and the memory of the process that files it.
import { join } from 'node:path'
import { fillAccount } from './fill-account.mjs'
import { judge, measurePairs, timed, title } from './measure.mjs'
import { makePlace } from './place.mjs'
import { root, runCommand } from './program.mjs'

const cases = Number(process.env['CASES'] ?? 1_000_000)
const documents = Number(process.env['DOCUMENTS'] ?? 1_000_000)
const rounds = Number(process.env['ROUNDS'] ?? 9)
const today = '2026-11-27'
const year = 2025
const [from, until] = [`${year}-01-01`, `${year}-12-31`]
const targets = { report: 2, list: 1.5, memory: 250, summary: 3 }
/** Lines of the catalogue that count in each row of table 1. */
const lines = { rules: [1, 2, 3], 'normative-documents': [4, 5, 6, 7], licences: [8, 9], penalties: [10, 11], enforcement: [12] }
const casePage = `select id, ref, unit_id, number, received_on, ended_on, leaf from applications.application
  where unit_id = any($1::bigint[]) and kind = 'information' and ended_on between $2 and $3 and leaf in ('G1') and applicant_kind = 'person'
  and id > 0 order by id limit 51`
const receivedPage = `select id, ref, unit_id, number, received_on, ended_on, leaf from applications.application
  where unit_id = any($1::bigint[]) and kind = 'information' and received_on between $2 and $3 and id > 0 order by id limit 51`
const documentPage = `select d.id, d.unit_id, d.index_number, v.title, v.formed_on from publishing.document d
  join publishing.version v on v.document_id = d.id and v.number = d.published_version
  where d.unit_id = any($1::bigint[]) and d.duty_id = any($2::bigint[]) and d.published_at is not null and v.formed_on between $3 and $4
  and d.id > 0 order by d.id limit 51`
const at = (path) => import(join(root, 'dist/src', path))

title(`The annual report over ${cases} applications and ${documents} documents`)
await runCommand(['help']) // compiles, if need be
const place = await makePlace()
const { asOwner, migrate, openDatabase } = await at('platform/database/index.js')
const database = await openDatabase({ url: place.url, dataDir: place.folder })
try {
  await migrate(database)
  const filling = await timed(() =>
    asOwner(database, (client) => fillAccount(client, { cases, documents, units: 200, duties: 500, today })),
  )
  console.log(`filled in ${filling.seconds.toFixed(0)} s\n`)
  const [{ readConfig }, { composeSite }] = [await at('config.js'), await at('compose-site.js')]
  const site = await composeSite(readConfig({ TODAY: today, DATA_DIR: place.folder }), database, () => undefined)
  const { mapLines } = await at('features/reports/index.js')
  for (const [row, duties] of Object.entries(lines)) if (!(await mapLines(site, 1, row, duties)).ok) throw new Error(row)
  const filed = await fileIt(site)
  const summary = await sumUp(site)
  await asOwner(database, async (client) => {
    await client.query('set jit = off; set plan_cache_mode = force_custom_plan')
    await measurePairs(await questions(site, client), rounds)
  })
  const records = filed.cells.reduce((sum, { ids }) => sum + (ids?.length ?? 0), 0)
  console.log(`filed with ${records} records behind ${filed.cells.length} cells in ${filed.seconds.toFixed(1)} s\n`)
  judge('memory of the process that filed', filed.megabytes, targets.memory, ' MB')
  judge('work summary of the city from its records to Word and PDF', summary.seconds, targets.summary, ' s')
  judge('memory of the process meanwhile', summary.megabytes, targets.memory, ' MB')
} finally {
  await database.close()
  await place.remove()
}

/** Begins, writes and files the report of the city, before anything else has used memory. */
async function fileIt(site) {
  const reports = await at('features/reports/index.js')
  const [{ readMade }, { findUnit }] = [await at('features/reports/making/read-made.js'), await at('features/organisations/index.js')]
  const unit = await findUnit(site.database.read, 1)
  const officer = { personId: 1, posts: [{ role: 'information-officer', unitPath: unit.path }] }
  const begun = await reports.beginReport(site, officer, { unitId: unit.id, period: String(year), withBelow: true })
  const { made } = await readMade(site, begun.value)
  const span = reports.periodFrom(String(year))
  for (const { cell } of made.cells.filter(({ origin }) => origin === 'none')) {
    const entry = { unitId: unit.id, figure: cell.address, span, value: '0', isAtLeast: false, decimals: 0, evidence: 'ledger' }
    if (!(await reports.enterFigure(site, officer, entry)).ok) throw new Error(cell.address)
  }
  const saved = await reports.saveTexts(site, officer, begun.value.id, {
    version: begun.value.version,
    texts: { 五: '时效不够强。' },
    notes: {},
  })
  const { seconds, value } = await timed(() => reports.fileReport(site, officer, begun.value.id, saved.value.version))
  if (!value.ok) throw new Error(JSON.stringify([value.refusals, made.breaches]))
  const megabytes = process.resourceUsage().maxRSS / 1024
  const { listFiledCells } = await at('features/reports/making/queries-cells.js')
  return { seconds, megabytes, cells: await listFiledCells(site.database.read, value.value.id) }
}

/** Makes the work summary of the city and sets it as Word and as PDF, as whoever takes it away does; then files it. */
async function sumUp(site) {
  const reports = await at('features/reports/index.js')
  const [{ fileOfPaper }, { layOutSummary }] = [
    await at('features/reports/making/file-of-report.js'),
    await at('features/reports/summaries/lay-out-summary.js'),
  ]
  const officer = { personId: 1, posts: [{ role: 'information-officer', unitPath: '/1/' }] }
  const begun = await reports.beginSummary(site, officer, { unitId: 1, period: String(year) })
  const texts = { problems: '时效不够强。', 'next-year': '逐项核对期限。' }
  const saved = await reports.writeSummary(site, officer, begun.value.id, { version: begun.value.version, texts, taken: [] })
  const { seconds } = await timed(async () => {
    const { made } = await reports.readSummary(site, saved.value)
    const paper = layOutSummary({ t: site.words.zh, lang: 'zh' }, made.content, { cutOff: today })
    for (const kind of ['docx', 'pdf']) await fileOfPaper(kind, paper)
  })
  const filing = await timed(() => reports.fileSummary(site, officer, begun.value.id, saved.value.version))
  if (!filing.value.ok) throw new Error(filing.value.refusals.join())
  console.log(`work summary made and set in ${seconds.toFixed(1)} s, filed in ${filing.seconds.toFixed(1)} s`)
  return { seconds, megabytes: process.resourceUsage().maxRSS / 1024 }
}

/** Name, what the program does, what it is held against, and how many times as long it may take. */
async function questions(site, client) {
  const [{ fillReport }, { findSource }, { listBehind }, { cellsOf }, { scopeOf }, { listLineRows }] = [
    await at('features/reports/annual/fill-report.js'),
    await at('features/reports/annual/find-source.js'),
    await at('features/reports/annual/list-behind.js'),
    await at('features/reports/annual/form.js'),
    await at('features/reports/figures/count-figures.js'),
    await at('features/reports/annual/queries-lines.js'),
  ]
  const { annualForms, periodFrom } = await at('features/reports/index.js')
  const { listUnits } = await at('features/organisations/index.js')
  const db = site.database.read
  const units = await listUnits(db)
  const form = annualForms.find(({ id }) => id === '2021')
  const mapped = await listLineRows(db)
  const scopeOfUnit = (unit) => scopeOf({ units, unit, period: periodFrom(String(year)), cutOff: today })
  const [city, one] = [scopeOfUnit(units[0]), scopeOfUnit(units[7])]
  const page = (scope, address) => () => {
    const cell = cellsOf(form).find((each) => each.address === address)
    return findSource(cell, mapped).list(db, scope, 0, 51)
  }
  const all = (scope) => [() => fillReport(db, form, scope, mapped), () => bareReport(client, scope.unitIds)]
  const bare = (text, values) => () => client.query(text, values)
  return [
    ['the whole report, city', ...all(city), targets.report],
    ['the whole report, a unit', ...all(one), targets.report],
    ['the records behind all cells, city', () => listBehind(db, form, city, mapped), () => bareReport(client, city.unitIds), 0],
    ['records of disclosed to persons, city', page(city, 't2/3.1/person'), bare(casePage, [city.unitIds, from, until]), targets.list],
    ['records of received, a unit', page(one, 't2/1/total'), bare(receivedPage, [one.unitIds, from, until]), targets.list],
    [
      'records of licences, city',
      page(city, 't1/licences/decisions'),
      bare(documentPage, [city.unitIds, lines.licences, from, until]),
      targets.list,
    ],
  ]
}

/** The same numbers by the barest statements: one for each table. */
async function bareReport(client, unitIds) {
  await client.query(
    `select leaf, applicant_kind, count(*) filter (where received_on >= $2) as received, count(*) filter (where received_on < $2) as over,
       count(*) filter (where ended_on <= $3) as ended, count(*) filter (where ended_on is null or ended_on > $3) as forward
     from applications.application where unit_id = any($1::bigint[]) and kind = 'information' and received_on <= $3
       and (ended_on is null or ended_on >= $2) group by 1, 2`,
    [unitIds, from, until],
  )
  await client.query(
    `select c.kind, case when c.decided_on <= $3 then c.result else 'pending' end as result, count(*) from applications.challenge c
     join applications.application a on a.id = c.application_id
     where a.unit_id = any($1::bigint[]) and a.kind = 'information' and c.filed_on <= $3 and (c.decided_on is null or c.decided_on >= $2)
     group by 1, 2`,
    [unitIds, from, until],
  )
  await client.query(
    `select d.duty_id, count(*) filter (where v.formed_on between $3 and $4) as issued,
       count(*) filter (where d.published_at < $4::date + 1 and d.standing = 'published') as valid,
       count(*) filter (where exists (select from publishing.public_change c where c.document_id = d.id and c.kind = 'cancelled'
         and c.at between $3 and $4)) as repealed
     from publishing.document d join publishing.version v on v.document_id = d.id and v.number = d.published_version
     where d.unit_id = any($1::bigint[]) and d.duty_id = any($2::bigint[]) and d.published_at is not null group by 1`,
    [unitIds, Object.values(lines).flat(), from, until],
  )
}
