import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { findTask } from '../catalogue/index.ts'
import { agreementState, seenBy } from './agreements/agreement.ts'
import { listAgreements } from './agreements/queries.ts'
import { listEmergencies } from './emergencies/queries.ts'
import { releaseRules } from './load-release-rules.ts'
import type { WholeDocument } from './read-document.ts'
import type { Situation } from './situation.ts'

type ReleaseFacts = Pick<
  Situation,
  'isProactive' | 'isSecret' | 'longestYears' | 'agreements' | 'now' | 'releaseAt' | 'dueOn' | 'emergencyKinds' | 'emergency'
>

/** What decides about a release besides the text and the hands: other units, the set time, the legal day, an emergency. */
export async function readReleaseFacts(site: Site, db: Db, whole: WholeDocument): Promise<ReleaseFacts> {
  const { document, version, contentHash } = whole
  const task = document.taskId === undefined ? undefined : await findTask(db, document.taskId)
  const agreements = await listAgreements(db, [document.id])
  const coIssuers = agreements.filter((one) => one.kind === 'co-issue').map((one) => one.unitId)
  const kinds = Object.entries(releaseRules.emergency.kinds)
  return {
    isProactive: version.attribute === 'proactive',
    isSecret: version.attribute === 'withheld' && version.ground === 'state-secret',
    longestYears: releaseRules.classification.longestYears,
    agreements: agreements.map((one) => ({ kind: one.kind, state: agreementState(one, seenBy(one.kind, contentHash, coIssuers)) })),
    now: site.now(),
    releaseAt: document.releaseAt,
    dueOn: task?.fulfilledOn === undefined ? task?.dueOn : undefined,
    emergencyKinds: kinds.filter(([, kind]) => kind.genres.includes(version.genre)).map(([name]) => name),
    emergency: (await listEmergencies(db, document.id)).find((one) => one.outcome === undefined),
  }
}
