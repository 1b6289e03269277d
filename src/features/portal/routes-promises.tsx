import { isDay } from '../../kernel/day.ts'
import { drawStackedBars } from '../../platform/chart/draw-stacked-bars.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { writeCsv } from '../../platform/sheets/write-csv.ts'
import { href } from '../../ui/reader.ts'
import { promiseListPath } from './address.ts'
import { chartOf, keptTable, tableHead } from './pages/kept-drawing.ts'
import { OwnPromisesPage } from './pages/own-promises-page.tsx'
import { PromiseListPage } from './pages/promise-list-page.tsx'
import { PromisesPage } from './pages/promises-page.tsx'
import { yearsOf } from './period.ts'
import { endings, listPromises, readOwnPromises, readPromises, type PromiseQuestion } from './read-promises.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** The public account of keeping one's word: all units, one unit, the lists behind the figures, the picture and the table to take away. */
export const promiseRoutes: readonly Route[] = [
  { ...open, path: '/promises', answer: showPromises },
  { ...open, path: '/promises/list', answer: showList },
  { ...open, path: '/promises/units/:code', answer: showOwn },
  { ...open, path: '/promises/chart.svg', answer: giveChart },
  { ...open, path: '/promises.csv', answer: giveTable },
]

async function showPromises(ask: Ask): Promise<Answer> {
  return { page: <PromisesPage reader={ask.reader} promises={await readPromises(ask.site, askedYear(ask))} /> }
}

async function showOwn(ask: Ask): Promise<Answer> {
  return { page: <OwnPromisesPage reader={ask.reader} own={await readOwnPromises(ask.site, ask.params['code'] ?? '', askedYear(ask))} /> }
}

async function showList(ask: Ask): Promise<Answer> {
  const question = readQuestion(ask)
  const list = await listPromises(ask.site, question)
  const { ending, unit, month, year } = question
  const after = list.next && `${list.next.dueOn}.${list.next.id}`
  const older = after && href(ask.reader, promiseListPath({ ending, unit, month, year, after }))
  return { page: <PromiseListPage reader={ask.reader} question={question} list={list} older={older} /> }
}

async function giveChart(ask: Ask): Promise<Answer> {
  const unit = askedUnit(ask)
  const size = ask.query['narrow'] === 'yes' ? 'narrow' : 'wide'
  const { months, byMonth } =
    unit === undefined ? await readPromises(ask.site, askedYear(ask)) : await readOwnPromises(ask.site, unit, askedYear(ask))
  return { text: await drawStackedBars(chartOf(ask.reader, months, byMonth, size)), type: 'image/svg+xml; charset=utf-8' }
}

async function giveTable(ask: Ask): Promise<Answer> {
  const { reader } = ask
  const unit = askedUnit(ask)
  if (unit === undefined) {
    const { months, rows } = await readPromises(ask.site, askedYear(ask))
    return csv(
      reader,
      keptTable(
        reader,
        months,
        rows.map((row) => ({ unit: row.unit, byMonth: row.months })),
      ),
    )
  }
  const own = await readOwnPromises(ask.site, unit, askedYear(ask))
  return csv(reader, keptTable(reader, own.months, [own]))
}

function csv(reader: Ask['reader'], rows: (string | number)[][]): Answer {
  return { text: writeCsv([tableHead(reader), ...rows]), type: 'text/csv; charset=utf-8' }
}

function readQuestion(ask: Ask): PromiseQuestion {
  const [day = '', id = ''] = (ask.query['after'] ?? '').split('.')
  const month = ask.query['month'] ?? ''
  return {
    ending: endings.find((one) => one === ask.query['ending']),
    month: /^\d{4}-\d\d$/.test(month) && isDay(`${month}-01`) ? month : undefined,
    year: askedYear(ask),
    unit: askedUnit(ask),
    ...(isDay(day) && /^\d{1,15}$/.test(id) ? { after: { dueOn: day, id: Number(id) } } : {}),
  }
}

/** A year of the account; anything else asks for the last twelve months. */
function askedYear({ query, site }: Ask): number | undefined {
  return yearsOf(site.today()).find((year) => String(year) === query['year'])
}

function askedUnit({ query }: Ask): string | undefined {
  const unit = query['unit'] ?? ''
  return /^[a-z0-9-]{1,60}$/.test(unit) ? unit : undefined
}
