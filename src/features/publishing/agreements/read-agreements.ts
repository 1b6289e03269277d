import { addWorkingDays } from '../../../kernel/calendar.ts'
import { dayOf, type Day } from '../../../kernel/day.ts'
import { exists, listUnits, type Unit } from '../../organisations/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { releaseRules } from '../load-release-rules.ts'
import type { WholeDocument } from '../read-document.ts'
import { agreementState, isVoided, seenBy, type Agreement, type AgreementState } from './agreement.ts'
import { mentionedIn } from './mention.ts'
import { listAgreements } from './queries.ts'

/** A unit's word as it stands: what it is about, by when, and whether it still holds. */
export interface StandingAgreement extends Agreement {
  unit: Unit
  state: AgreementState
  isVoided: boolean
  /** What an answer given now would be about. */
  seenHash: string
  dueOn: Day
}

/** The words that a document needs, as they stand for exactly this text. */
export async function readAgreements(site: Site, db: Db, whole: WholeDocument): Promise<StandingAgreement[]> {
  const agreements = await listAgreements(db, [whole.document.id])
  if (agreements.length === 0) return []
  const units = new Map((await listUnits(db)).map((unit) => [unit.id, unit]))
  const coIssuers = agreements.filter((one) => one.kind === 'co-issue').map((one) => one.unitId)
  return agreements.flatMap((one) => {
    const unit = units.get(one.unitId)
    const seenHash = seenBy(one.kind, whole.contentHash, coIssuers)
    const isStale = isVoided(one, seenHash)
    const state = agreementState(one, seenHash)
    return unit === undefined ? [] : [{ ...one, unit, seenHash, state, isVoided: isStale, dueOn: dueOf(site, one, whole, isStale) }]
  })
}

/** The term runs from the asking; where the text changed after an answer, from the change. */
function dueOf(site: Site, agreement: Agreement, whole: WholeDocument, isStale: boolean): Day {
  const since = isStale && whole.version.savedAt > agreement.askedAt ? whole.version.savedAt : agreement.askedAt
  return addWorkingDays(site.calendar, dayOf(since), releaseRules.coordination.days).on
}

/** Units that the text names and that nobody has asked. */
export async function suggestUnits(site: Site, db: Db, whole: WholeDocument, asked: readonly Pick<Agreement, 'unitId'>[]): Promise<Unit[]> {
  const { document, version } = whole
  const units = await listUnits(db)
  const own = units.find((unit) => unit.id === document.unitId)
  const others = units.filter((unit) => exists(unit, site.today()) && unit.kind !== 'city')
  return mentionedIn(`${version.title}\n${version.summary}\n${version.body}`, others).filter(
    (unit) => unit.id !== own?.id && !asked.some((one) => one.unitId === unit.id),
  )
}
