import type { Day } from '../../kernel/day.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { takeDown } from '../catalogue/index.ts'
import { announceChange } from './announce-change.ts'
import { changeRefusals, changes, type ChangeName, type ChangeRefusal, type Replacement, type RevisionName } from './change.ts'
import { leaksIn } from './examine-document.ts'
import { giveUpCorrection } from './give-up-correction.ts'
import { pseudonymOf, type Officer } from './officer.ts'
import { prepareChange } from './prepare-change.ts'
import { holdRedirects, listLedTo } from './queries-changes.ts'
import { findByIndexNumber, lockDocument, saveDocument, type StoredDocument } from './queries.ts'
import { publishedText, type WholeDocument } from './read-document.ts'
import { recordDocument } from './record-document.ts'
import { refreshSearch } from './release-document.ts'

export interface ChangeRequest {
  change: Exclude<ChangeName, RevisionName | 'merge'>
  /** The public reads it. */
  reason: string
  /** Index number of the document that takes its place. */
  replacedBy?: string
  /** The day on which it ends, or ended. */
  endsOn?: Day
  /** How many public changes the person had seen. */
  seen?: number
}

// `remove` takes the page away, not the record of it: the row stays, so the act is named for what the public sees.
const acts = {
  cancel: 'publishing.cancel',
  end: 'publishing.end',
  withdraw: 'publishing.withdraw',
  replace: 'publishing.replace',
  remove: 'publishing.take-down',
} as const satisfies Record<ChangeRequest['change'], string>

/** Cancels, ends, withdraws, replaces or removes a published document, with a public reason; the page keeps explaining what happened. */
export async function changeDocument(
  site: Site,
  officer: Officer,
  id: number,
  request: ChangeRequest,
): Promise<Outcome<StoredDocument, ChangeRefusal>> {
  return site.database.transaction(async (db) => {
    const { change, reason, endsOn, seen } = request
    if (change === 'replace') await holdRedirects(db)
    const { whole, situation } = await prepareChange(db, officer, id)
    const other = change === 'replace' ? await findOther(db, request.replacedBy) : undefined
    const refusals = changeRefusals(situation, change, { reason, seen, endsOn, replacement: other && (await replacementBy(db, other)) })
    if ((await leaksIn(site, db, whole.document.unitId, reason)).length > 0) refusals.push('reason-leaks')
    if (refusals.length > 0) return refused(...refusals)
    const changed: StoredDocument = { ...(await settled(site, db, whole)), standing: changes[change].to, replacedBy: other?.id }
    await saveDocument(db, changed)
    await announceChange(db, id, {
      kind: changes[change].kind,
      reason,
      at: site.now(),
      ...(change === 'end' && endsOn !== undefined ? { effectiveOn: endsOn } : {}),
      ...(other === undefined ? {} : { otherId: other.id }),
    })
    await refreshSearch(db, changed)
    await takeDown(site, db, pseudonymOf(officer), changed.indexNumber)
    await recordDocument(site, db, officer, changed, { act: acts[change], reason })
    return done(changed)
  })
}

/** The document without the correction that was under way. */
async function settled(site: Site, db: Db, whole: WholeDocument): Promise<StoredDocument> {
  const { stage, publishedVersion } = whole.document
  if (stage === 'released' || publishedVersion === undefined) return whole.document
  return giveUpCorrection(site, db, whole.document, publishedVersion)
}

/** Locked too: what is being withdrawn at this moment takes nobody's place. */
async function findOther(db: Db, indexNumber: string | undefined): Promise<StoredDocument | undefined> {
  const found = indexNumber === undefined ? undefined : await findByIndexNumber(db, indexNumber)
  return found && lockDocument(db, found.id)
}

/** A page that only staff may read is no place to send the public to. */
async function replacementBy(db: Db, other: StoredDocument): Promise<Replacement> {
  const isForStaff = (await publishedText(db, other))?.audience === 'staff'
  return { standing: isForStaff ? 'kept' : other.standing, leadsTo: await listLedTo(db, other.id) }
}
