import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { packRows, unpackRows } from '../../../platform/sheets/packed-rows.ts'
import { readSheet } from '../../../platform/sheets/read-sheet.ts'
import { WrongSheet, type SheetKind } from '../../../platform/sheets/sheet.ts'
import { sheetTypes, writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { href } from '../../../ui/reader.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { isPublic } from '../duty.ts'
import { listCategories, listDuties, type StoredDuty } from '../queries.ts'
import { actorOf, unitsInReach } from '../routes-asked.ts'
import { exportLines, sheetWidths } from './export-lines.ts'
import { importLines } from './import-lines.ts'
import { loadSheetWords } from './load-sheet-words.ts'
import { ImportPage, type ImportPageProps } from './pages/import-page.tsx'

const path = '/desk/catalogue/import'
const mebibyte = 1024 * 1024

/** The catalogue as a sheet: taken out by everybody who may read it, taken in by who may arrange it. */
export const sheetRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'catalogue.arrange', answer: show },
  { method: 'POST', path, policy: 'catalogue.arrange', takesFiles: true, bodyLimit: 11 * mebibyte, answer: check },
  { method: 'POST', path: `${path}/take`, policy: 'catalogue.arrange', bodyLimit: 11 * mebibyte, answer: take },
  ...(['xlsx', 'csv'] as const).flatMap((kind): Route[] => [
    { method: 'GET', path: `/desk/catalogue/export.${kind}`, policy: 'catalogue.read', answer: (ask) => give(ask, kind, () => true) },
    {
      method: 'GET',
      path: `/catalogue/export.${kind}`,
      policy: 'public.read',
      answer: (ask) => give(ask, kind, (duty) => isPublic(duty, ask.reader.today)),
    },
  ]),
]

async function show(ask: Ask): Promise<Answer> {
  return { page: <ImportPage {...await propsFor(ask, ask.query['unit'] ?? '')} /> }
}

async function check(ask: Ask): Promise<Answer> {
  const props = await propsFor(ask, field(ask, 'unit'))
  const file = ask.files.find((one) => one.field === 'sheet' && one.bytes.length > 0)
  const unit = props.units.find((one) => one.code === props.unit)
  const missing = [
    ...(unit === undefined ? [{ field: 'unit', message: ask.reader.t('catalogue.import.refused.unit') }] : []),
    ...(file === undefined ? [{ field: 'sheet', message: ask.reader.t('catalogue.import.refused.sheet') }] : []),
  ]
  if (unit === undefined || file === undefined) return { status: 422, page: <ImportPage {...props} errors={missing} /> }
  try {
    return await tryRows(ask, props, unit, await readSheet(file.bytes))
  } catch (fault) {
    if (!(fault instanceof WrongSheet)) throw fault
    const errors = [{ field: 'sheet', message: ask.reader.t(`catalogue.sheet.wrong.${fault.problem}`) }]
    return { status: 422, page: <ImportPage {...props} errors={errors} /> }
  }
}

async function tryRows(ask: Ask, props: ImportPageProps, unit: Unit, rows: readonly (readonly string[])[]): Promise<Answer> {
  const outcome = await importLines(ask.site, actorOf(ask), { unit, rows, words: props.words, isTrial: true })
  if (!outcome.ok) return refusalPage(ask, props, outcome.refusals)
  return { page: <ImportPage {...props} trial={{ report: outcome.value, sheet: packRows(rows) }} /> }
}

/** The sheet that was read before comes back with the form; everything about it is asked again. */
async function take(ask: Ask): Promise<Answer> {
  const props = await propsFor(ask, field(ask, 'unit'))
  const unit = props.units.find((one) => one.code === props.unit)
  const rows = unpackRows(field(ask, 'sheet'), 64 * mebibyte)
  if (unit === undefined || rows === undefined) {
    const errors = [{ field: 'sheet', message: ask.reader.t('catalogue.import.refused.sheet') }]
    return { status: 422, page: <ImportPage {...props} errors={errors} /> }
  }
  const outcome = await importLines(ask.site, actorOf(ask), { unit, rows, words: props.words })
  if (!outcome.ok) return refusalPage(ask, props, outcome.refusals)
  return { redirect: href(ask.reader, `/desk/catalogue?unit=${unit.code}&done=imported`) }
}

type Refusals = Extract<Awaited<ReturnType<typeof importLines>>, { ok: false }>['refusals']

function refusalPage(ask: Ask, props: ImportPageProps, refusals: Refusals): Answer {
  const problems = refusals.flatMap((refusal) => (refusal.kind === 'row' ? [refusal] : []))
  const message =
    problems.length === 0
      ? ask.reader.t('catalogue.import.refused.headings')
      : ask.reader.t('catalogue.import.refused.rows', { n: problems.length })
  return {
    status: 422,
    page: <ImportPage {...props} problems={problems} errors={[{ field: problems.length === 0 ? 'sheet' : 'problems', message }]} />,
  }
}

async function propsFor(ask: Ask, unit: string): Promise<ImportPageProps> {
  const units = await unitsInReach(ask, 'catalogue.arrange')
  return { reader: ask.reader, words: loadSheetWords(), units, unit }
}

async function give(ask: Ask, kind: SheetKind, mayRead: (duty: StoredDuty) => boolean): Promise<Answer> {
  const { read } = ask.site.database
  const [categories, all, units] = await Promise.all([listCategories(read), listDuties(read), listUnits(read)])
  const unit = units.find((one) => one.code === ask.query['unit'])
  const top = categories.find((one) => one.code === ask.query['category'])
  const within = new Set(categories.filter((one) => top === undefined || one.path.startsWith(top.path)).map((one) => one.id))
  const isAsked = (duty: StoredDuty): boolean => within.has(duty.categoryId) && (unit === undefined || duty.unitIds.includes(unit.id))
  const duties = all.filter((duty) => mayRead(duty) && isAsked(duty))
  const rows = exportLines({ reader: ask.reader, words: loadSheetWords(), duties, categories, units })
  const name = `${ask.reader.t('catalogue.export.name')}-${unit?.code ?? top?.code ?? 'all'}-${ask.reader.today}.${kind}`
  return { file: await writeSheet(ask.reader.t('catalogue.export.name'), rows, kind, sheetWidths), type: sheetTypes[kind], name }
}
