import { createHash } from 'node:crypto'
import { canonical } from '../../../kernel/canonical.ts'
import type { Scope } from '../../../platform/facts.ts'

/**
 * The fingerprint of a number: SHA-256 over what was asked (the figure's code or the cell, both days of the period, the cut-off) and the
 * ids of the records behind it, in order. The same question to the same records gives the same letters.
 */
export function makeFingerprint(asked: string, { from, until, cutOff }: Omit<Scope, 'unitIds'>, ids: readonly number[]): string {
  const hash = createHash('sha256').update(canonical({ v: 1, asked, from, until, cutOff, count: ids.length }))
  for (const id of ids) hash.update(`\n${id}`)
  return hash.digest('hex')
}
