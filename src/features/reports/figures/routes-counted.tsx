import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import type { Unit } from '../../organisations/index.ts'
import { workSummary } from '../load-work-summary.ts'
import { ByLinePage, LineRecordsPage } from '../pages/by-line-pages.tsx'
import type { Place } from '../pages/figure-words.ts'
import { RankingPage } from '../pages/ranking-page.tsx'
import { figureOf } from './all-figures.ts'
import { askedAfter, askedInReach, askedQuestion } from './asked-question.ts'
import type { Question } from './count-figures.ts'
import { isTakenAway, lengthOf, takeAway } from './give-records.ts'
import { countByLine, listByLine } from './read-by-line.ts'
import { readRanking } from './read-ranking.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const
const inner = { method: 'GET', policy: 'figures.read' } as const

/** Figures set side by side: units of one kind in their order, and documents by column and line. */
export const countedRoutes: readonly Route[] = [
  { ...open, path: '/account/ranking', answer: async (ask) => showRanking(ask, 'public', await askedQuestion(ask)) },
  { ...inner, path: '/desk/figures/ranking', answer: async (ask) => showRanking(ask, 'desk', await askedInReach(ask, 'figures.read')) },
  { ...open, path: '/account/by-line', answer: async (ask) => showLines(ask, 'public', await askedQuestion(ask)) },
  { ...inner, path: '/desk/figures/by-line', answer: async (ask) => showLines(ask, 'desk', await askedInReach(ask, 'figures.read')) },
]

/**
 * A ranking is of units, so in public there is none by applications: small numbers would point at somebody; and nowhere one by lines of the
 * catalogue, which are no unit's alone.
 */
async function showRanking(ask: Ask, place: Place, question: Question): Promise<Answer> {
  const figure = figureOf(ask.query['figure'] ?? 'documents-entered')
  const { unit } = question
  const isRanked = figure?.facts !== undefined && figure.group !== 'catalogue' && !(place === 'public' && figure.group === 'applications')
  if (figure === undefined || unit === undefined || !isRanked) throw new NotFound(`ranking by ${ask.query['figure']}`)
  const fewest = workSummary.fewestRanked
  const ranking = await readRanking(ask.site.database.read, figure, { ...question, unit }, fewest)
  return { page: <RankingPage {...{ reader: ask.reader, place, figure, question, unit, ranking, fewest }} /> }
}

async function showLines(ask: Ask, place: Place, question: Question & { unit?: Unit | undefined }): Promise<Answer> {
  const db = ask.site.database.read
  const lines = await countByLine(db, question)
  const kind = ask.query['column'] === undefined ? 'line' : 'column'
  const code = ask.query[kind]
  if (code === undefined) return { page: <ByLinePage {...{ reader: ask.reader, place, question, lines }} /> }
  const line = lines.find((one) => one.kind === kind && one.code === code)
  if (line === undefined) throw new NotFound(`${kind} ${code}`)
  const after = askedAfter(ask)
  const length = lengthOf(ask)
  const found = await listByLine(db, question, line, after, length + 1)
  const facts = found.slice(0, length)
  const next = found.length > length ? facts.at(-1)?.id : undefined
  if (isTakenAway(ask)) return takeAway(ask, { facts, next, units: question.units, place, isCase: false })
  return { page: <LineRecordsPage {...{ reader: ask.reader, place, question, line, facts, after, next }} /> }
}
