import { NotFound } from '../../../kernel/faults.ts'
import { drawStackedBars } from '../../../platform/chart/draw-stacked-bars.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { writeCsv } from '../../../platform/sheets/write-csv.ts'
import { askedAfter, askedFigure, askedInReach } from './asked-question.ts'
import { hasMonths, scopeOf, type Figure, type Question } from './count-figures.ts'
import { AccountFigurePage, AccountPage } from '../pages/account-pages.tsx'
import { DeskFigurePage, DeskFiguresPage } from '../pages/desk-figure-pages.tsx'
import { figureWords, type Place } from '../pages/figure-words.ts'
import { mostGiven, takeAway } from './give-records.ts'
import { openFigures, openQuestion } from './read-open.ts'
import { readAccount } from './read-account.ts'
import { readFigure } from './read-figure.ts'
import { readTrend } from './read-trend.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const
const inner = { method: 'GET', policy: 'figures.read' } as const

/** The account in public and figures at the desk: all of them, one with its records, and both to take away. */
export const accountRoutes: readonly Route[] = [
  { ...open, path: '/account', answer: async (ask) => showAccount(ask, await publicQuestion(ask)) },
  { ...open, path: '/account/:figure', answer: showFigure },
  { ...open, path: '/account/:figure/records.csv', answer: async (ask) => giveList(ask, 'public', await publicQuestion(ask)) },
  { ...open, path: '/account/:figure/months.csv', answer: async (ask) => giveMonths(ask, await publicQuestion(ask)) },
  { ...open, path: '/account/:figure/chart.svg', answer: async (ask) => giveChart(ask, await publicQuestion(ask)) },
  { ...inner, path: '/desk/figures', answer: showDeskFigures },
  { ...inner, path: '/desk/figures/:figure', answer: showDeskFigure },
  { ...inner, path: '/desk/figures/:figure/records.csv', answer: async (ask) => giveList(ask, 'desk', await deskQuestion(ask)) },
  { ...inner, path: '/desk/figures/:figure/months.csv', answer: async (ask) => giveMonths(ask, await deskQuestion(ask)) },
  { ...inner, path: '/desk/figures/:figure/chart.svg', answer: async (ask) => giveChart(ask, await deskQuestion(ask)) },
]

const sizes = { wide: { width: 960, height: 320 }, narrow: { width: 400, height: 320 } } as const

async function publicQuestion(ask: Ask): Promise<Question> {
  return openQuestion(ask.site, ask.query, ask.params['figure'] === undefined ? undefined : askedFigure(ask))
}

function deskQuestion(ask: Ask): Promise<Question> {
  return askedInReach(ask, 'figures.read')
}

async function showAccount(ask: Ask, question: Question): Promise<Answer> {
  const account = await readAccount(ask.site, question, openFigures(question))
  return { page: <AccountPage reader={ask.reader} account={account} /> }
}

async function showFigure(ask: Ask): Promise<Answer> {
  const after = askedAfter(ask)
  const view = await readFigure(ask.site, askedFigure(ask), await publicQuestion(ask), after)
  return { page: <AccountFigurePage {...{ reader: ask.reader, view, after }} /> }
}

async function showDeskFigures(ask: Ask): Promise<Answer> {
  const { unit, inReach, ...question } = await askedInReach(ask, 'figures.read')
  const account = await readAccount(ask.site, { ...question, unit })
  return { page: <DeskFiguresPage {...{ reader: ask.reader, account, unit, inReach }} /> }
}

async function showDeskFigure(ask: Ask): Promise<Answer> {
  const { unit, ...question } = await askedInReach(ask, 'figures.read')
  const after = askedAfter(ask)
  const view = await readFigure(ask.site, askedFigure(ask), { ...question, unit }, after)
  return { page: <DeskFigurePage {...{ reader: ask.reader, view, unit, after }} done={ask.query['done'] ?? ''} /> }
}

async function giveList(ask: Ask, place: Place, question: Question): Promise<Answer> {
  const figure = askedFigure(ask)
  const scope = scopeOf(question, figure.unitKinds)
  const found = (await figure.facts?.list(ask.site.database.read, scope, askedAfter(ask), mostGiven + 1)) ?? []
  const facts = found.slice(0, mostGiven)
  const next = found.length > mostGiven ? facts.at(-1)?.id : undefined
  return takeAway(ask, { facts, next, units: question.units, place, isCase: figure.group === 'applications' })
}

async function giveMonths(ask: Ask, question: Question): Promise<Answer> {
  const { t } = ask.reader
  const trend = await readTrend(ask.site, figureWithMonths(ask), question)
  const rows = trend.map(({ month, count }) => [month, count])
  return { text: writeCsv([[t('account.column.month'), t('account.column.value')], ...rows]), type: 'text/csv; charset=utf-8' }
}

async function giveChart(ask: Ask, question: Question): Promise<Answer> {
  const figure = figureWithMonths(ask)
  const trend = await readTrend(ask.site, figure, question)
  const { name } = figureWords(ask.reader, figure.code)
  const bars = await drawStackedBars({
    labels: trend.map(({ month }) => (month.endsWith('-01') ? month.slice(0, 4) : '')),
    parts: [{ name, colour: '#0b4f8a', pattern: 'full', values: trend.map(({ count }) => count) }],
    ...sizes[ask.query['narrow'] === 'yes' ? 'narrow' : 'wide'],
  })
  return { text: bars, type: 'image/svg+xml; charset=utf-8' }
}

function figureWithMonths(ask: Ask): Figure {
  const figure = askedFigure(ask)
  if (!hasMonths(figure)) throw new NotFound(`months of ${figure.code}`)
  return figure
}
