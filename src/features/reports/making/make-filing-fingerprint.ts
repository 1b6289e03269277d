import { createHash } from 'node:crypto'
import { canonical } from '../../../kernel/canonical.ts'
import type { Filing } from './made.ts'
import type { FiledCell } from './queries-cells.ts'

/** What the fingerprint of a filing is made of; the ids behind each number are in the number's own. */
export interface Fingerprinted<Content> extends Pick<Filing<Content>, 'serial' | 'cutOff' | 'content' | 'texts' | 'facts' | 'lines'> {
  cells: readonly Omit<FiledCell, 'ids'>[]
}

/**
 * The fingerprint of a filing: SHA-256 over the report as its file says it (unit, period, numbers, notes, the year before, the parts), what
 * people wrote, what the records said in words, the lines that counted, the last day that is in it, which filing it is, and each number with
 * where it comes from and its own fingerprint. Two filings that differ in anything have different letters.
 */
export function makeFilingFingerprint<Content>(filing: Fingerprinted<Content>): string {
  const { serial, cutOff, content, texts, facts, lines } = filing
  const cells = filing.cells.map(({ cell, origin, value, isAtLeast, fingerprint }) => ({ cell, origin, value, isAtLeast, fingerprint }))
  // As the database keeps it: what is undefined is not there.
  const kept: unknown = JSON.parse(JSON.stringify({ v: 2, serial, cutOff, content, texts, facts, lines, cells }))
  return createHash('sha256').update(canonical(kept)).digest('hex')
}
