import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { may } from '../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import type { FieldError } from '../../ui/form.tsx'
import { href } from '../../ui/reader.ts'
import { findPeople } from '../accounts/index.ts'
import { exists, findUnit, findUnitByCode, listUnits } from '../organisations/index.ts'
import type { Content } from '../publishing/index.ts'
import { moveRumour, type RumourAsk } from './move-rumour.ts'
import type { TypedMove } from './pages/rumour-forms.tsx'
import { RumourPage } from './pages/rumour-page.tsx'
import { findRumour, listRumourSteps, type StoredRumour } from './queries.ts'
import { readRumour } from './read-rumours.ts'
import { officerIn } from './routes-register.tsx'
import { rumourMoves, type RumourMove, type RumourObstacle, type Verdict } from './rumour.ts'

const one = { policy: 'clarifications.read', about: pathOfRumour } as const

/** One thing that circulates, and the steps to its answer. Which right a step needs is in its table; the address only lets read. */
export const rumourRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/clarifications/:id', ...one, answer: (ask) => showRumour(ask, empty, []) },
  { method: 'POST', path: '/desk/clarifications/:id', ...one, answer: move },
]

const empty: TypedMove = { move: '', words: '', unit: '', isMajor: '', verdict: '' }

async function showRumour(ask: Ask, typed: TypedMove, errors: FieldError[]): Promise<Answer> {
  const { site, reader } = ask
  const db = site.database.read
  const rumour = await readAsked(ask)
  const steps = await listRumourSteps(db, rumour.id)
  const people = await findPeople(
    db,
    steps.map((step) => step.byId),
  )
  const units = (await listUnits(db)).filter((unit) => exists(unit, site.today()) && unit.id !== rumour.unitId)
  const view = await readRumour(site, db, rumour)
  return {
    status: errors.length > 0 ? 422 : 200,
    page: <RumourPage reader={reader} view={view} steps={steps} people={people} units={units} typed={typed} errors={errors} />,
  }
}

const fieldOf: Partial<Record<RumourObstacle, string>> = { 'words-missing': 'words', 'unit-missing': 'unit', 'verdict-missing': 'verdict' }
const verdicts = ['false', 'incomplete', 'true'] as const satisfies Verdict[]

async function move(ask: Ask): Promise<Answer> {
  const text = (name: string) => field(ask, name).trim()
  const name = rumourMoves.find((row) => row.name === text('move'))?.name
  if (name === undefined) throw new NotFound(text('move'))
  const rumour = await readAsked(ask)
  await mustHaveRight(ask, rumour, name)
  const typed: TypedMove = { move: name, words: text('words'), unit: text('unit'), isMajor: text('isMajor'), verdict: text('verdict') }
  const unit = typed.unit === '' ? undefined : await findUnitByCode(ask.site.database.read, typed.unit)
  const request: RumourAsk = {
    ...{ move: name, words: typed.words, unitId: unit?.id, isMajor: typed.isMajor === 'yes' },
    verdict: verdicts.find((verdict) => verdict === typed.verdict),
    ...(name === 'answer' ? { draft: draftOf(ask, rumour) } : {}),
  }
  const outcome = await moveRumour(ask.site, officerIn(ask), rumour.id, request)
  if (outcome.ok && name === 'answer') return { redirect: href(ask.reader, `/desk/documents/${outcome.value.documentId}/edit`) }
  if (outcome.ok && name === 'hand-over') return { redirect: href(ask.reader, '/desk/clarifications') }
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/clarifications/${rumour.id}`) }
  const errors = outcome.refusals.map((refusal) => ({
    field: `${name}-${fieldOf[refusal] ?? 'button'}`,
    message: ask.reader.t(`clarifications.obstacle.${refusal}`),
  }))
  return showRumour(ask, typed, errors)
}

async function mustHaveRight(ask: Ask, rumour: StoredRumour, name: RumourMove): Promise<void> {
  const path = (await findUnit(ask.site.database.read, rumour.unitId))?.path ?? ''
  const rights = rumourMoves.filter((row) => row.name === name).map((row) => row.action)
  if (!rights.some((action) => may(action, officerIn(ask).posts, path))) throw new NotAllowed(name)
}

/** A draft in the reader's language: what circulates, and what was found. The officer writes on from there. */
function draftOf({ reader, site }: Ask, { claim, finding }: StoredRumour): Content {
  const t = reader.t
  const parts = [`## ${t('clarifications.draft.claim')}`, claim, `## ${t('clarifications.draft.finding')}`, finding]
  return {
    ...{ attribute: 'proactive', ground: '', groundReason: '', audience: 'society', language: reader.lang },
    title: t('clarifications.draft.title', { claim: claim.replace(/\s+/g, ' ').slice(0, 60) }),
    ...{ summary: '', body: parts.join('\n\n'), documentNumber: '', subject: '', genre: 'notice-public', served: '', keywords: [] },
    formedOn: site.today(),
  }
}

async function readAsked(ask: Ask): Promise<StoredRumour> {
  const rumour = await findRumour(ask.site.database.read, idOf(ask))
  if (rumour === undefined) throw new NotFound(ask.reader.path)
  return rumour
}

async function pathOfRumour(ask: Ask): Promise<string | undefined> {
  const rumour = await findRumour(ask.site.database.read, idOf(ask))
  return rumour && (await findUnit(ask.site.database.read, rumour.unitId))?.path
}

function idOf(ask: Ask): number {
  return /^[1-9]\d{0,14}$/.test(ask.params['id'] ?? '') ? Number(ask.params['id']) : 0
}
