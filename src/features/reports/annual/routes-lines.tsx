import { NotFound } from '../../../kernel/faults.ts'
import { fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { listCategories, listDuties } from '../../catalogue/index.ts'
import { pathOfCity } from '../figures/whole-city.ts'
import { LinesPage, RowPage } from '../pages/lines-pages.tsx'
import { mapLines, rowsToMap } from './map-lines.ts'
import { listLineRows, ownRow } from './queries-lines.ts'

const right = { policy: 'reports.lines', about: pathOfCity } as const

/** Which lines of the catalogue count in which row of table 1. */
export const lineRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/reports/lines', ...right, answer: showRows },
  { method: 'GET', path: '/desk/reports/lines/:row', ...right, answer: showRow },
  { method: 'POST', path: '/desk/reports/lines/:row', ...right, answer: saveRow },
]

async function showRows(ask: Ask): Promise<Answer> {
  const db = ask.site.database.read
  const props = { reader: ask.reader, rows: rowsToMap(), lines: await listLineRows(db), duties: await listDuties(db) }
  return { page: <LinesPage {...props} done={ask.query['done'] ?? ''} /> }
}

async function showRow(ask: Ask): Promise<Answer> {
  const db = ask.site.database.read
  const code = askedRow(ask)
  const chosen = (await listLineRows(db)).get(code) ?? []
  const row = rowsToMap().find((one) => one.code === code)
  const props = { reader: ask.reader, code, row, chosen, duties: await listDuties(db), categories: await listCategories(db) }
  return { page: <RowPage {...props} /> }
}

async function saveRow(ask: Ask): Promise<Answer> {
  const code = askedRow(ask)
  // One field for each tree of the catalogue.
  const ids = Object.keys(ask.body).flatMap((name) => (name.startsWith('lines-') ? fields(ask, name) : []))
  const dutyIds = ids.flatMap((id) => (/^\d{1,15}$/.test(id) ? [Number(id)] : []))
  const outcome = await mapLines(ask.site, ask.visitor?.personId ?? 0, code, dutyIds)
  if (!outcome.ok) throw new NotFound(`lines of ${code}: ${outcome.refusals.join()} ${ids.join().slice(0, 40)}`)
  return { redirect: href(ask.reader, '/desk/reports/lines?done=saved') }
}

function askedRow(ask: Ask): string {
  const code = ask.params['row'] ?? ''
  if (code !== ownRow && !rowsToMap().some((row) => row.code === code)) throw new NotFound(`row ${code}`)
  return code
}
