import { drawStackedBars } from '../../../platform/chart/draw-stacked-bars.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { writeCsv } from '../../../platform/sheets/write-csv.ts'
import { figuresTable } from './figures-table.ts'
import { chartOf } from './pages/figures-drawing.ts'
import { StatisticsPage } from './pages/statistics-page.tsx'
import { readStatistics, type Statistics } from './read-statistics.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** The public figures of applications: the page, its table to take away, and the picture of the years. */
export const figureRoutes: readonly Route[] = [
  { ...open, path: '/applications', answer: showStatistics },
  { ...open, path: '/applications.csv', answer: giveTable },
  { ...open, path: '/applications/chart.svg', answer: giveChart },
]

async function showStatistics(ask: Ask): Promise<Answer> {
  return { page: <StatisticsPage reader={ask.reader} statistics={await readStatistics(ask.site, askedYear(ask))} /> }
}

async function giveTable(ask: Ask): Promise<Answer> {
  const statistics = await readStatistics(ask.site, askedYear(ask))
  return { text: writeCsv(figuresTable(ask.reader, statistics)), type: 'text/csv; charset=utf-8' }
}

async function giveChart(ask: Ask): Promise<Answer> {
  const running = await readStatistics(ask.site)
  const others: Statistics[] = []
  for (const year of running.years) if (year !== running.year) others.push(await readStatistics(ask.site, year))
  const size = ask.query['narrow'] === 'yes' ? 'narrow' : 'wide'
  return { text: await drawStackedBars(chartOf(ask.reader, [running, ...others], size)), type: 'image/svg+xml; charset=utf-8' }
}

function askedYear({ query }: Ask): number | undefined {
  return /^\d{4}$/.test(query['year'] ?? '') ? Number(query['year']) : undefined
}
