import type { ConsultedParty } from '../../../kernel/case/event.ts'
import type { Day } from '../../../kernel/day.ts'
import { maskName } from '../../../kernel/mask.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { seal } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnitByCode } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { storedForm, type StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { insertConsultation } from './queries.ts'

/** Who is asked for an opinion, and how to reach them; sealed before it is stored. */
export interface PartyAsked {
  name: string
  address: string
}

export interface Consulting {
  party: ConsultedParty
  /** A person, a firm, or an agency outside this city. */
  asked: PartyAsked
  /** Code of a unit of this city, in place of a name. */
  unit: string
  words: string
  sentOn: Day | undefined
}

export type ConsultRefusal =
  'party-missing' | 'name-missing' | 'unit-unknown' | 'words-missing' | 'day-missing' | 'not-running' | CaseRefusal

/**
 * Asks somebody whose rights are touched, or an agency that made the information with ours, for a written opinion (OGI-2019 art. 32, 34).
 * Whether and how long that stops the clock is the edition's matter.
 */
export async function askOpinion(
  site: Site,
  officer: Officer,
  at: CaseAt & { once: string },
  { party, asked, unit: code, words, sentOn }: Consulting,
): Promise<Outcome<StoredApplication, ConsultRefusal>> {
  return changeCase<ConsultRefusal>(site, officer, at, async (db, { application, clock }) => {
    const unit = code === '' ? undefined : await findUnitByCode(db, code)
    const refusals: ConsultRefusal[] = [
      ...(party === 'third-party' || party === 'co-agency' ? [] : (['party-missing'] as const)),
      ...(asked.name === '' && code === '' ? (['name-missing'] as const) : []),
      ...(code !== '' && unit === undefined ? (['unit-unknown'] as const) : []),
      ...(words === '' ? (['words-missing'] as const) : []),
      ...(sentOn === undefined ? (['day-missing'] as const) : []),
      ...(clock.state === 'running' ? [] : (['not-running'] as const)),
    ]
    if (sentOn === undefined || refusals.length > 0) return refused(...refusals)
    const id = await insertConsultation(db, application.id, {
      ...{ party, asked: words, formKey: at.once, unitId: unit?.id ?? null },
      ...(unit === undefined
        ? { sealed: seal(site.keys, asked, aboutParty(application.ref)), maskedName: maskName(asked.name) }
        : { sealed: null, maskedName: '' }),
    })
    return done({
      act: 'applications.consult',
      events: [storedForm({ kind: 'consultation-sent', consultation: String(id), with: party, on: sentOn }, officer.personId, words)],
      tells: 'consulted',
    })
  })
}

/** What the seal of a consulted person is bound to. */
export function aboutParty(ref: string): string {
  return `applications.consultation:${ref}`
}
