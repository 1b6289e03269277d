import { createHash } from 'node:crypto'
import { canonical } from '../../../kernel/canonical.ts'
import type { Facts, Scope } from '../../../platform/facts.ts'

/** A question to the records: the figure's code or the cell, what kind of records it asks with which filter, and the scope. */
export interface Definition {
  asked: string
  facts: Pick<Facts, 'kind' | 'filter'>
  scope: Scope
}

/**
 * The fingerprint of a number: SHA-256 over its definition (what is asked of which kind of records with which filter, of which units, both
 * days of the period, the cut-off) and the ids of the records behind it, in order. The same question to the same records gives the same
 * letters.
 */
export function makeFingerprint({ asked, facts, scope }: Definition, ids: readonly number[]): string {
  const { unitIds, from, until, cutOff } = scope
  const question = { asked, kind: facts.kind, filter: facts.filter, unitIds: unitIds.toSorted((one, other) => one - other) }
  const hash = createHash('sha256').update(canonical({ v: 2, ...question, from, until, cutOff, count: ids.length }))
  for (const id of ids) hash.update(`\n${id}`)
  return hash.digest('hex')
}
