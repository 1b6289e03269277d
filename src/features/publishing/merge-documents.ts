import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { takeDown } from '../catalogue/index.ts'
import { findUnit } from '../organisations/index.ts'
import { announceChange } from './announce-change.ts'
import { mergeRefusals, type MergeRefusal, type Part } from './change.ts'
import { leaksIn } from './examine-document.ts'
import { officerMay, pseudonymOf, type Officer } from './officer.ts'
import { prepareChange } from './prepare-change.ts'
import { holdRedirects } from './queries-changes.ts'
import { findByIndexNumber, lockDocument, saveDocument, type StoredDocument } from './queries.ts'
import { publishedText } from './read-document.ts'
import { recordDocument } from './record-document.ts'
import { refreshSearch } from './release-document.ts'

export interface MergeRequest {
  /** Index numbers of the documents that go into this one. */
  parts: readonly string[]
  /** The public reads it, at every part and at the whole. */
  reason: string
  /** How many public changes of the whole the person had seen. */
  seen?: number
}

/** Lets several documents go into one: each address leads there from now on, and the one says what went into it. All of them or none. */
export async function mergeDocuments(
  site: Site,
  officer: Officer,
  id: number,
  { parts, reason, seen }: MergeRequest,
): Promise<Outcome<StoredDocument, MergeRefusal>> {
  return site.database.transaction(async (db) => {
    await holdRedirects(db)
    const { whole, situation } = await prepareChange(db, officer, id)
    const found = await lockParts(db, officer, [...new Set(parts)])
    const refusals = mergeRefusals(situation, found, { reason, seen })
    if ((await publishedText(db, whole.document))?.audience === 'staff') refusals.push({ why: 'replacement-not-public' })
    if ((await leaksIn(site, db, whole.document.unitId, reason)).length > 0) refusals.push({ why: 'reason-leaks' })
    if (refusals.length > 0) return refused(...refusals)
    const at = site.now()
    for (const { document } of found) {
      if (document === undefined) continue
      const changed: StoredDocument = { ...document, standing: 'replaced', replacedBy: id }
      await saveDocument(db, changed)
      await announceChange(db, changed.id, { kind: 'merged', reason, at, otherId: id })
      await refreshSearch(db, changed)
      await takeDown(site, db, pseudonymOf(officer), changed.indexNumber)
      await recordDocument(site, db, officer, changed, { act: 'publishing.merge', reason })
    }
    await announceChange(db, id, { kind: 'absorbed', reason, at })
    await recordDocument(site, db, officer, whole.document, { act: 'publishing.absorb', reason })
    return done(whole.document)
  })
}

/** The parts in the order of their ids, so that two mergers never wait for each other. */
async function lockParts(db: Db, officer: Officer, numbers: readonly string[]): Promise<(Part & { document?: StoredDocument })[]> {
  const known = await Promise.all(numbers.map(async (indexNumber) => ({ indexNumber, id: (await findByIndexNumber(db, indexNumber))?.id })))
  const parts: (Part & { document?: StoredDocument })[] = []
  for (const { indexNumber, id } of known.sort((a, b) => (a.id ?? 0) - (b.id ?? 0))) {
    const document = id === undefined ? undefined : await lockDocument(db, id)
    if (document === undefined) parts.push({ indexNumber, isInReach: false })
    else {
      const path = (await findUnit(db, document.unitId))?.path ?? ''
      const situation = { id: document.id, standing: document.standing, isBeingCorrected: document.stage !== 'released' }
      parts.push({ indexNumber, situation, isInReach: officerMay(officer, 'documents.change', path), document })
    }
  }
  return parts
}
