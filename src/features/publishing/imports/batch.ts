import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'

/** One import of pages of an older site, on which the office decides once. */
export interface Batch {
  id: number
  unitId: number
  /** Which site it was, in the words of whoever brought it in. */
  source: string
  begunBy: number
  begunAt: Date
  decision?: 'enter' | 'refuse'
  decidedBy?: number
  decidedAt?: Date
}

/** Where a document stood before it came here, and since when. */
export interface OldPage {
  documentId: number
  batchId: number
  address: string
  siteName: string
  columnName: string
  publishedOn: Day
  isClean: boolean
  isMapped: boolean
}

export type DecisionRefusal = 'decided-already' | 'choice-missing' | 'reason-missing' | 'nothing-clean' | 'own-import'

/** Decides on a batch; whoever brought it in does not. Refuses with every reason. */
export function decideOn(
  batch: Batch,
  request: { decision: string; reason: string },
  facts: { by: number; at: Date; clean: number },
): Outcome<Batch, DecisionRefusal> {
  const decision = (['enter', 'refuse'] as const).find((one) => one === request.decision)
  const refusals: DecisionRefusal[] = []
  if (batch.decision !== undefined) refusals.push('decided-already')
  if (decision === undefined) refusals.push('choice-missing')
  if (request.reason.trim() === '') refusals.push('reason-missing')
  if (decision === 'enter' && facts.clean === 0) refusals.push('nothing-clean')
  if (batch.begunBy === facts.by) refusals.push('own-import')
  return refusals.length > 0 ? refused(...refusals) : done({ ...batch, decision, decidedBy: facts.by, decidedAt: facts.at })
}

/** What the record vouches for. */
export function batchContent(batch: Batch): Record<string, unknown> {
  const { decision = null, decidedBy = null, decidedAt, begunAt, ...rest } = batch
  return { ...rest, begunAt: begunAt.toISOString(), decision, decidedBy, decidedAt: decidedAt?.toISOString() ?? null }
}

/** How the record names a batch. */
export function batchSubject(id: number): string {
  return `publishing.import:${id}`
}
