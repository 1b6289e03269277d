import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal, type LockedCase } from '../cases/change-case.ts'
import { reconsiderationClock } from '../law/remedy.ts'
import { remedyLaw } from '../load-remedies.ts'
import { challengeKinds, challengeResults } from './challenge.ts'
import { insertChallenge, listChallenges, saveResult } from './queries.ts'

export interface Filing {
  kind: string
  body: string
  number: string
  filedOn: Day | undefined
  acceptedOn?: Day
}

export type FilingRefusal =
  'kind-missing' | 'body-missing' | 'day-missing' | 'accepted-before-filed' | 'nothing-to-challenge' | 'not-reconsidered' | CaseRefusal

/**
 * Notes that a reply, or its absence at the due day, is challenged. A reconsideration that was accepted gets its own due day. A suit
 * after reconsideration needs one that was decided.
 */
export async function fileChallenge(
  site: Site,
  officer: Officer,
  at: CaseAt & { once: string },
  filing: Filing,
): Promise<Outcome<StoredApplication, FilingRefusal>> {
  return changeCase<FilingRefusal>(site, officer, at, async (db, found) => {
    const { application } = found
    const kind = challengeKinds.find((one) => one === filing.kind)
    const { body, number, filedOn, acceptedOn } = filing
    const before = await listChallenges(db, application.id)
    const reconsidered = before.findLast((one) => one.kind === 'reconsideration' && one.decidedOn !== undefined)
    const refusals: FilingRefusal[] = [
      ...(kind === undefined ? (['kind-missing'] as const) : []),
      ...(body === '' ? (['body-missing'] as const) : []),
      ...(filedOn === undefined ? (['day-missing'] as const) : []),
      ...(filedOn !== undefined && acceptedOn !== undefined && acceptedOn < filedOn ? (['accepted-before-filed'] as const) : []),
      ...(isChallengeable(found, site.today()) ? [] : (['nothing-to-challenge'] as const)),
      ...(kind === 'suit-after-reconsideration' && reconsidered === undefined ? (['not-reconsidered'] as const) : []),
    ]
    if (kind === undefined || filedOn === undefined || refusals.length > 0) return refused(...refusals)
    const isAccepted = kind === 'reconsideration' && acceptedOn !== undefined
    const dueOn = isAccepted ? reconsiderationClock(remedyLaw, acceptedOn, 'ordinary', site.calendar).decision.due : undefined
    const follows = kind === 'suit-after-reconsideration' ? reconsidered?.id : undefined
    const id = await insertChallenge(db, application.id, { kind, body, number, filedOn, acceptedOn, dueOn, follows, formKey: at.once })
    const fields = { challenge: String(id), kind }
    return done({ act: 'applications.challenge', events: [{ kind: 'challenged', on: filedOn, fields, words: body }] })
  })
}

function isChallengeable({ clock }: LockedCase, today: Day): boolean {
  return clock.endedOn !== undefined || (clock.dueOn !== undefined && clock.dueOn < today)
}

export type ResultRefusal = 'challenge-missing' | 'result-missing' | 'day-missing' | 'decided-before' | 'consequence-missing' | CaseRefusal

/** Notes how a challenge ended; where the reply was corrected, also what follows from it. */
export async function decideChallenge(
  site: Site,
  officer: Officer,
  at: CaseAt,
  {
    challengeId,
    result: typed,
    decidedOn,
    consequence,
  }: { challengeId: number; result: string; decidedOn: Day | undefined; consequence: string },
): Promise<Outcome<StoredApplication, ResultRefusal>> {
  return changeCase<ResultRefusal>(site, officer, at, async (db, { application }) => {
    const one = (await listChallenges(db, application.id)).find((challenge) => challenge.id === challengeId)
    const result = challengeResults.find((name) => name === typed)
    const refusals: ResultRefusal[] = [
      ...(one === undefined ? (['challenge-missing'] as const) : []),
      ...(result === undefined ? (['result-missing'] as const) : []),
      ...(decidedOn === undefined ? (['day-missing'] as const) : []),
      ...(one !== undefined && decidedOn !== undefined && decidedOn < one.filedOn ? (['decided-before'] as const) : []),
      ...(result === 'corrected' && consequence === '' ? (['consequence-missing'] as const) : []),
    ]
    if (result === undefined || decidedOn === undefined || refusals.length > 0) return refused(...refusals)
    await saveResult(db, challengeId, { result, decidedOn, consequence })
    const fields = { challenge: String(challengeId), result }
    return done({
      act: 'applications.decide-challenge',
      events: [{ kind: 'challenge-decided', on: decidedOn, fields, words: consequence }],
    })
  })
}
