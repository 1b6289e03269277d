import type { CheckFacts, Sighting } from './finding.ts'
import type { Reading } from './reading.ts'
import type { CheckRules } from './rules.ts'

// Five Chinese signs say about as much as sixteen Latin ones.
const shingle = { chinese: 5, latin: 16 }
const mostPrints = 20_000

/**
 * Published texts that this one repeats, by the share of the shorter text's shingles (runs of signs) that stand in the other one too.
 * Texts too short to compare are left alone.
 */
export function findDuplicates(reading: Reading, facts: CheckFacts, rules: CheckRules): Sighting[] {
  const own = essenceOf(reading.plain)
  if (own.length < rules.near.shortestSigns) return []
  const size = sizeFor(own)
  const first = reading.lines[0]
  if (!first) return []
  return (facts.near ?? []).flatMap((other) => {
    const theirs = essenceOf(other.text)
    if (theirs.length < rules.near.shortestSigns) return []
    const every = Math.max(1, Math.floor(Math.max(own.length, theirs.length) / mostPrints))
    const percent = Math.floor(100 * containment(printsOf(own, size, every), printsOf(theirs, size, every)))
    if (percent < rules.near.alikePercent) return []
    const params = { reference: other.reference, title: other.title, percent }
    return [{ start: first.start, end: Math.min(first.end, first.start + 80), because: 'alike', params }]
  })
}

function essenceOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

function sizeFor(text: string): number {
  const sample = text.slice(0, 2000)
  const chinese = sample.replace(/[^\u4e00-\u9fff]/g, '').length
  return chinese * 2 > sample.length ? shingle.chinese : shingle.latin
}

/** The hashes of all runs of `size` signs, or of every nth of them by value, so that two texts are always sampled alike. */
function printsOf(text: string, size: number, every: number): Set<number> {
  const prints = new Set<number>()
  for (let at = 0; at + size <= text.length; at++) {
    const print = hashOf(text, at, size)
    if (print % every === 0) prints.add(print)
  }
  return prints
}

/** FNV-1a, 32 places. */
function hashOf(text: string, at: number, size: number): number {
  let hash = 0x811c9dc5
  for (let sign = at; sign < at + size; sign++) hash = Math.imul(hash ^ text.charCodeAt(sign), 0x01000193)
  return hash >>> 0
}

function containment(a: Set<number>, b: Set<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const print of small) if (large.has(print)) shared++
  return shared / small.size
}
