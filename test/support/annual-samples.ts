import type { Unit } from '../../src/features/organisations/index.ts'
import { findDocument } from '../../src/features/publishing/index.ts'
import { enterFigure } from '../../src/features/reports/entered/enter-figure.ts'
import { periodFrom } from '../../src/features/reports/figures/period.ts'
import { beginReport } from '../../src/features/reports/making/begin-report.ts'
import { fileReport } from '../../src/features/reports/making/file-report.ts'
import { judgeFiling } from '../../src/features/reports/making/judge-filing.ts'
import type { Filing, MadeReport } from '../../src/features/reports/making/made.ts'
import { listReports } from '../../src/features/reports/making/queries.ts'
import { readMade } from '../../src/features/reports/making/read-made.ts'
import { saveTexts } from '../../src/features/reports/making/save-texts.ts'
import type { Site } from '../../src/platform/site.ts'
import { must, release, type Cast } from './given.ts'
import { openPages, type Sample } from './sample.ts'

type People = Cast & { unit: Unit }

/** Annual reports: in the making and full of faults, filed, returned, accepted, published; whose is where; and every number opened. */
export async function annualSamples(site: Site, cast: People): Promise<Record<string, Sample[]>> {
  const { unit } = cast
  const making = must(await beginReport(site, cast.writer, { unitId: unit.id, period: '2024', withBelow: true }))
  const filed = await givenFiled(site, cast, unit, '2023')
  const returned = await givenFiled(site, cast, unit, '2022')
  await judge(site, cast, returned, 'returned')
  const accepted = await givenFiled(site, cast, unit, '2021')
  await judge(site, cast, accepted, 'accepted')
  const [published] = await listReports(site.database.read, { unitIds: [unit.id], period: '2025' })
  const desk = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path: `/desk/reports${path}`, as }))
  const cells = ['t1/normative-documents/issued', 't1/charges/amount', 't2/1/person', 't2/3.7/total', 't3/reconsideration/total']
  const cell = (address: string) => `cell?cell=${encodeURIComponent(address)}`
  return {
    '/reports': openPages('/reports'),
    '/reports/annual/:year': [
      ...openPages('/reports/annual/2025', `/reports/annual/2025?unit=${unit.code}`),
      { path: `/reports/annual/2023?unit=${unit.code}`, status: 404 },
    ],
    '/reports/annual/:year/cell': openPages(...cells.map((address) => `/reports/annual/2025/${cell(address)}&unit=${unit.code}`)),
    '/reports/annual/:year/drift': openPages(
      ...cells.slice(0, 3).map((address) => `/reports/annual/2025/drift?cell=${encodeURIComponent(address)}&unit=${unit.code}`),
    ),
    '/desk/reports': [...desk('linxiao', '', '?year=2024', '?year=2020'), ...desk('suwen', '', '?year=2022')],
    '/desk/reports/:id': [
      ...[making, filed.report, returned.report, accepted.report].flatMap(({ id }) => desk('linxiao', `/${id}`)),
      ...[filed.report, accepted.report, published].flatMap((one) => desk('suwen', `/${one?.id}`)),
      ...desk('gaoyuan', `/${making.id}`, `/${published?.id}`),
    ],
    '/desk/reports/:id/cell': [
      ...desk('linxiao', ...cells.map((address) => `/${making.id}/${cell(address)}`)),
      ...desk('suwen', `/${published?.id}/${cell('t1/charges/amount')}`),
    ],
    '/desk/reports/:id/drift': desk(
      'suwen',
      ...cells.slice(0, 3).map((address) => `/${published?.id}/drift?cell=${encodeURIComponent(address)}`),
    ),
    '/desk/reports/lines': desk('suwen', '/lines', '/lines?done=saved'),
    '/desk/reports/lines/:row': desk('suwen', '/lines/licences', '/lines/report'),
  }
}

/** The same as programs read them, and as they are printed. */
export async function annualPlain(site: Site, { unit }: People): Promise<Record<string, Sample>> {
  const [report] = await listReports(site.database.read, { unitIds: [unit.id], period: '2025' })
  const kinds = ['json', 'xlsx', 'docx', 'pdf']
  return {
    '/reports/annual-report.schema.json': { path: '/reports/annual-report.schema.json' },
    ...Object.fromEntries(
      kinds.flatMap((kind): [string, Sample][] => [
        [`/reports/annual/:year/report.${kind}`, { path: `/reports/annual/2025/report.${kind}?unit=${unit.code}` }],
        [`/desk/reports/:id/report.${kind}`, { path: `/desk/reports/${report?.id}/report.${kind}`, as: 'linxiao' }],
      ]),
    ),
  }
}

interface Filed {
  report: MadeReport
  filing: Filing & { documentId: number }
}

/** A report that can be filed: what no record shows is 0, and every other number is what the records say. */
export async function givenReady(site: Site, cast: Cast, unit: Unit, period: string): Promise<MadeReport> {
  const begun = must(await beginReport(site, cast.writer, { unitId: unit.id, period, withBelow: false }))
  for (const { cell } of (await readMade(site, begun)).made.cells.filter(({ origin }) => origin === 'none')) {
    const zero = { value: '0', isAtLeast: false, decimals: 0, evidence: '台账' }
    must(await enterFigure(site, cast.writer, { unitId: unit.id, figure: cell.address, span: periodFrom(period), ...zero }))
  }
  const texts = { 五: '公开的时效还不够强。下一步逐项核对期限。', '五/en': 'Publication is not always prompt.' }
  const notes = { I4: '登记口径调整' }
  return must(await saveTexts(site, cast.writer, begun.id, { version: begun.version, texts, notes }))
}

/** The same, filed. */
export async function givenFiled(site: Site, cast: Cast, unit: Unit, period: string): Promise<Filed> {
  const report = await givenReady(site, cast, unit, period)
  return { report, filing: must(await fileReport(site, cast.writer, report.id, report.version)) }
}

/** The same, released through the four hands. */
export async function givenPublishedReport(site: Site, cast: Cast, unit: Unit, period: string): Promise<MadeReport> {
  const { report, filing } = await givenFiled(site, cast, unit, period)
  const document = await findDocument(site.database.read, filing.documentId)
  if (document === undefined) throw new Error(`the report of ${unit.code} has no publication`)
  await release(site, cast, document)
  return report
}

async function judge(site: Site, cast: Cast, { report, filing }: Filed, verdict: 'accepted' | 'returned') {
  const remark = verdict === 'returned' ? '第五部分请写得具体一些，并核对收费数。' : ''
  must(await judgeFiling(site, cast.office, report.id, { filingId: filing.id, verdict, remark }))
}
