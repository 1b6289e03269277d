import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Site } from '../../platform/site.ts'
import { changeRefusals, changes, type ChangeRefusal, type RevisionName } from './change.ts'
import { leaksIn } from './examine-document.ts'
import { roleFor, type Officer } from './officer.ts'
import { prepareChange } from './prepare-change.ts'
import { insertStep } from './queries-chain.ts'
import { saveDocument, type StoredDocument } from './queries.ts'
import { recordDocument } from './record-document.ts'

export interface RevisionRequest {
  /** A correction unless told: something was wrong. A change: the matter itself changed. A reinstatement: it should not have been withdrawn. */
  change?: RevisionName
  /** A slip of the pen: nobody is written to about it. */
  isMinor?: boolean
  /** What stands there now is not to be shown again in the history. */
  hidesEarlier?: boolean
  /** How many public changes the person had seen. */
  seen?: number
}

/** Begins a new text: what is public stays as it is while the new version goes through the same hands. */
export async function startCorrection(
  site: Site,
  officer: Officer,
  id: number,
  reason: string,
  request: RevisionRequest = {},
): Promise<Outcome<StoredDocument, ChangeRefusal>> {
  return site.database.transaction(async (db) => {
    const { whole, unitPath, situation } = await prepareChange(db, officer, id)
    const { change = 'correct', seen } = request
    const refusals = changeRefusals(situation, change, { reason, seen })
    if ((await leaksIn(site, db, whole.document.unitId, reason)).length > 0) refusals.push('reason-leaks')
    if (refusals.length > 0) return refused(...refusals)
    const changed: StoredDocument = {
      ...whole.document,
      stage: 'draft',
      changeKind: changes[change].kind,
      changeReason: reason,
      ...(change === 'correct' && request.isMinor === true ? { changeIsMinor: true as const } : {}),
      ...(request.hidesEarlier === true ? { changeHidesEarlier: true as const } : {}),
    }
    await saveDocument(db, changed)
    await insertStep(db, id, {
      version: changed.currentVersion,
      move: 'correct', // whatever begins a new text begins the way through the hands anew
      personId: officer.personId,
      contentHash: whole.contentHash,
      post: roleFor(officer, 'documents.change', unitPath),
      at: site.now(),
      remark: reason,
    })
    await recordDocument(site, db, officer, changed, { act: `publishing.${change}`, reason })
    return done(changed)
  })
}
