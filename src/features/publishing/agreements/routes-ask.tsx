import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { exists, listUnits } from '../../organisations/index.ts'
import { releaseRules } from '../load-release-rules.ts'
import { officerMay } from '../officer.ts'
import { askedId, officerOf, pathOfAsked, readAsked } from '../read-asked.ts'
import { mayAskAt, type AskRefusal } from './agreement.ts'
import { askAgreement } from './ask-agreement.ts'
import { AskPage, type AskPageProps } from './pages/ask-page.tsx'
import { takeBackAgreement } from './take-back-agreement.ts'

const open = { policy: 'documents.ask', about: pathOfAsked } as const

/** Asking other units for their word on a document. */
export const askRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/desk/documents/:id/agreements',
    ...open,
    answer: (ask) => askPage(ask, { kind: 'concern', unit: ask.query['unit'] ?? '', reason: '' }),
  },
  { method: 'POST', path: '/desk/documents/:id/agreements', ...open, answer: askUnit },
  {
    method: 'POST',
    path: '/desk/documents/:id/agreements/:agreement/take-back',
    policy: 'documents.write',
    about: pathOfAsked,
    answer: takeBack,
  },
]

const fieldOf: Record<AskRefusal, string> = {
  'wrong-stage': 'kind',
  'unit-missing': 'unit',
  'own-unit': 'unit',
  'asked-already': 'unit',
  'reason-missing': 'reason',
}

async function askPage(ask: Ask, typed: AskPageProps['typed'], refusals: readonly AskRefusal[] = []): Promise<Answer> {
  const whole = await readAsked(ask)
  const units = (await listUnits(ask.site.database.read)).filter(
    (unit) => exists(unit, ask.site.today()) && unit.id !== whole.document.unitId,
  )
  const path = (await pathOfAsked(ask)) ?? ''
  const mayJoin = mayAskAt('co-issue', whole.document.stage) && officerMay(officerOf(ask), 'documents.write', path)
  const errors = refusals.map((one) => ({ field: fieldOf[one], message: ask.reader.t(`release.ask.refused.${one}`) }))
  const { days } = releaseRules.coordination
  return {
    status: errors.length > 0 ? 422 : 200,
    page: <AskPage reader={ask.reader} whole={whole} units={units} days={days} typed={typed} mayJoin={mayJoin} errors={errors} />,
  }
}

async function askUnit(ask: Ask): Promise<Answer> {
  const kind = field(ask, 'kind') === 'co-issue' ? 'co-issue' : 'concern'
  const typed = { kind, unit: field(ask, 'unit').trim(), reason: field(ask, 'reason').trim() } as const
  const outcome = await askAgreement(ask.site, officerOf(ask), askedId(ask), typed)
  return outcome.ok ? backTo(ask, 'asked') : askPage(ask, typed, outcome.refusals)
}

async function takeBack(ask: Ask): Promise<Answer> {
  const id = Number(/^\d{1,15}$/.exec(ask.params['agreement'] ?? '')?.[0] ?? 0)
  const outcome = await takeBackAgreement(ask.site, officerOf(ask), askedId(ask), id)
  return backTo(ask, outcome.ok ? 'taken-back' : '')
}

function backTo(ask: Ask, done: string): Answer {
  return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=${done}#other-units` }
}
