import { covers, reach } from '../../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { packRows, unpackRows } from '../../../platform/sheets/packed-rows.ts'
import { readSheet } from '../../../platform/sheets/read-sheet.ts'
import { WrongSheet, type SheetProblem } from '../../../platform/sheets/sheet.ts'
import { sheetTypes, writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { href } from '../../../ui/reader.ts'
import { listUnits } from '../../organisations/index.ts'
import { askedInReach } from '../figures/asked-question.ts'
import { periodFrom, periodWith } from '../figures/period.ts'
import { officerIn } from '../making/asked-report.ts'
import { FigureSheetPage, type FigureSheetPageProps } from '../pages/figure-sheet-page.tsx'
import { enterSheet, mostRows, type SheetRefusal } from './enter-sheet.ts'
import { rowsLookedAt } from './heading.ts'
import { makeEmptySheet, sheetWidths, spellingsOf } from './make-empty-sheet.ts'

const policy = 'figures.enter'
const path = '/desk/figures/sheet'
const mebibyte = 1024 * 1024

/** Five thousand rows with room to spare; what is larger is refused before it is unpacked or read. */
const limits = { fileBytes: 4 * mebibyte, unpackedBytes: 16 * mebibyte, rows: mostRows + rowsLookedAt, memoryMegabytes: 160 }

/** Numbers that no record shows, many at once: an empty sheet to take out, a filled one to hand in. */
export const figureSheetRoutes: readonly Route[] = [
  { method: 'GET', path, policy, answer: show },
  { method: 'GET', path: `${path}/empty`, policy, answer: giveEmpty },
  { method: 'POST', path, policy, takesFiles: true, bodyLimit: 5 * mebibyte, tooLarge: (ask) => wrong(ask, 'too-large'), answer: check },
  { method: 'POST', path: `${path}/enter`, policy, bodyLimit: 6 * mebibyte, answer: enter },
]

async function show(ask: Ask): Promise<Answer> {
  const props = await propsFor(ask)
  const done = /^\d{1,5}$/.test(ask.query['done'] ?? '') ? Number(ask.query['done']) : undefined
  return { page: <FigureSheetPage {...props} done={done} /> }
}

async function giveEmpty(ask: Ask): Promise<Answer> {
  const props = await propsFor(ask)
  const { unit, inReach } = await askedInReach(withoutPeriod(ask), policy)
  const period = periodFrom(props.period)
  if (period === undefined || period.from > ask.reader.today) {
    const message = ask.reader.t(`account.refused.${period === undefined ? 'period-wrong' : 'period-to-come'}`)
    return { status: 422, page: <FigureSheetPage {...props} errors={[{ field: 'period', message }]} /> }
  }
  const units = inReach.filter((one) => covers(unit.path, one.path))
  const rows = makeEmptySheet(ask.reader, spellingsOf(ask.site.words), units, period)
  if (rows.length - 1 > mostRows) {
    const message = ask.reader.t('account.sheet.refused.too-many-units', { n: mostRows })
    return { status: 422, page: <FigureSheetPage {...props} errors={[{ field: 'unit', message }]} /> }
  }
  const kind = ask.query['kind'] === 'csv' ? 'csv' : 'xlsx'
  const title = ask.reader.t('account.sheet.name')
  const name = `${title}-${unit.code}-${period.code}.${kind}`
  return { file: await writeSheet(title, rows, kind, sheetWidths), type: sheetTypes[kind], name }
}

async function check(ask: Ask): Promise<Answer> {
  const file = ask.files.find((one) => one.field === 'sheet' && one.bytes.length > 0)
  if (file === undefined) return refusal(ask, ask.reader.t('account.sheet.refused.sheet'))
  try {
    return await tryRows(ask, await readSheet(file.bytes, limits))
  } catch (fault) {
    if (!(fault instanceof WrongSheet)) throw fault
    return wrong(ask, fault.problem)
  }
}

async function tryRows(ask: Ask, rows: readonly (readonly string[])[]): Promise<Answer> {
  const outcome = await enterSheet(ask.site, officerIn(ask), { ...questionOf(ask), rows, isTrial: true })
  if (!outcome.ok) return refusalPage(ask, outcome.refusals)
  return { page: <FigureSheetPage {...await propsFor(ask)} trial={{ report: outcome.value, sheet: packRows(rows) }} /> }
}

/** The sheet that was read before comes back with the form; everything about it is asked again. */
async function enter(ask: Ask): Promise<Answer> {
  const rows = unpackRows(field(ask, 'sheet'), limits.unpackedBytes)
  if (rows === undefined) return refusal(ask, ask.reader.t('account.sheet.refused.sheet'))
  const outcome = await enterSheet(ask.site, officerIn(ask), { ...questionOf(ask), rows })
  if (!outcome.ok) return refusalPage(ask, outcome.refusals)
  return { redirect: href(ask.reader, `${path}?done=${outcome.value.entered.length}`) }
}

async function refusalPage(ask: Ask, refusals: readonly SheetRefusal[]): Promise<Answer> {
  const { t } = ask.reader
  const [first] = refusals
  if (first?.kind === 'too-many-rows') return wrong(ask, 'too-many-rows')
  if (first?.kind === 'no-headings') {
    const spellings = spellingsOf(ask.site.words)
    const missing = first.missing.map((column) => spellings[column][0]).join(ask.reader.lang === 'zh' ? '、' : ', ')
    return refusal(ask, t('account.sheet.refused.headings', { missing, n: rowsLookedAt }))
  }
  const problems = refusals.flatMap((one) => (one.kind === 'row' ? [one] : []))
  const errors = [{ field: 'problems', message: t('account.sheet.refused.rows', { n: problems.length }) }]
  return { status: 422, page: <FigureSheetPage {...await propsFor(ask)} problems={problems} errors={errors} /> }
}

function wrong(ask: Ask, problem: SheetProblem): Promise<Answer> {
  return refusal(ask, ask.reader.t(`account.sheet.wrong.${problem}`, { megabytes: limits.fileBytes / mebibyte, rows: mostRows }))
}

async function refusal(ask: Ask, message: string): Promise<Answer> {
  return { status: 422, page: <FigureSheetPage {...await propsFor(ask)} errors={[{ field: 'sheet', message }]} /> }
}

function questionOf(ask: Ask) {
  return { spellings: spellingsOf(ask.site.words), reach: reach(policy, ask.visitor?.posts ?? []) }
}

async function propsFor(ask: Ask): Promise<FigureSheetPageProps> {
  const { unit, inReach } = await askedInReach(withoutPeriod(ask), policy)
  const units = await listUnits(ask.site.database.read)
  const period = (ask.query['period'] ?? '').trim() || periodWith('quarter', ask.reader.today).code
  return { reader: ask.reader, spellings: spellingsOf(ask.site.words), units, inReach, unit, period, mostRows, limits }
}

/** A period that is none is told beside its field, not answered as a page that is not there. */
function withoutPeriod(ask: Ask): Ask {
  return { ...ask, query: { unit: ask.query['unit'] ?? '' } }
}
