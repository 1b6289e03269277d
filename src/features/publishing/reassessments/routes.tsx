import { isDay } from '../../../kernel/day.ts'
import { reach } from '../../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { listUnitIdsUnder, listUnits } from '../../organisations/index.ts'
import { releaseRules } from '../load-release-rules.ts'
import { askedId, officerOf, pathOfAsked, readAsked } from '../read-asked.ts'
import { KeptPage } from './pages/kept-page.tsx'
import { ReassessPage, type TypedAssessment } from './pages/reassess-page.tsx'
import { listKept, type KeptLine } from './queries.ts'
import { readKept } from './read-kept.ts'
import { reassessDocument } from './reassess-document.ts'
import { assessmentDue, outcomes, type ReassessRefusal } from './reassessment.ts'

const one = { path: '/desk/documents/:id/reassess', policy: 'documents.reassess', about: pathOfAsked } as const

/** What is kept from the public, and whether it still must be. */
export const reassessRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/kept', policy: 'documents.read', answer: showKept },
  { method: 'GET', ...one, answer: (ask) => showOne(ask, undefined) },
  { method: 'POST', ...one, answer: reassess },
]

const most = 500

async function showKept(ask: Ask): Promise<Answer> {
  const db = ask.site.database.read
  const unitIds = await listUnitIdsUnder(db, reach('documents.read', officerOf(ask).posts))
  const dueOf = (line: KeptLine) => assessmentDue(line, releaseRules.reassessment.months)
  const lines = (await listKept(db, unitIds, most)).map((line) => ({ ...line, dueOn: dueOf(line) }))
  lines.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id - b.id))
  const units = new Map((await listUnits(db)).map((unit) => [unit.id, unit]))
  return { page: <KeptPage reader={ask.reader} lines={lines} units={units} calendar={ask.site.calendar} /> }
}

async function showOne(ask: Ask, typed: TypedAssessment | undefined, refusals: readonly ReassessRefusal[] = []): Promise<Answer> {
  const whole = await readAsked(ask)
  const kept = await readKept(ask.site.database.read, whole.document)
  if (kept === undefined) return { redirect: href(ask.reader, `/desk/documents/${askedId(ask)}`) }
  const fields = { outcome: '', ground: whole.version.ground, reason: '', untilOn: '' }
  const errors = refusals.map((refusal) => ({ field: fieldOf[refusal], message: ask.reader.t(`release.reassess.refused.${refusal}`) }))
  return {
    status: errors.length > 0 ? 422 : 200,
    page: (
      <ReassessPage
        reader={ask.reader}
        whole={whole}
        kept={kept}
        dueOn={assessmentDue(kept, releaseRules.reassessment.months)}
        calendar={ask.site.calendar}
        typed={typed ?? fields}
        errors={errors}
      />
    ),
  }
}

const fieldOf: Record<ReassessRefusal, string> = {
  'not-kept': 'outcome',
  'outcome-missing': 'outcome',
  'reason-missing': 'reason',
  'ground-missing': 'ground',
  'still-secret': 'outcome',
  'not-secret': 'outcome',
  expired: 'outcome',
  'until-missing': 'untilOn',
  'until-too-late': 'untilOn',
}

async function reassess(ask: Ask): Promise<Answer> {
  const text = (name: string) => field(ask, name).trim()
  const typed = { outcome: text('outcome'), ground: text('ground'), reason: text('reason'), untilOn: text('untilOn') }
  const outcome = await reassessDocument(ask.site, officerOf(ask), askedId(ask), {
    outcome: outcomes.find((name) => name === typed.outcome) ?? '',
    ground: typed.ground,
    reason: typed.reason,
    untilOn: isDay(typed.untilOn) ? typed.untilOn : undefined,
  })
  if (outcome.ok) return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=reassessed` }
  return showOne(ask, typed, outcome.refusals)
}
