import type { CheckFacts, Sighting } from './finding.ts'
import { matchesIn, type Reading, wholeOf } from './reading.ts'

// A slash or a dot before it means an address or a decimal, a unit after it an amount.
const mobile = /(?<![\w./*])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\w*])(?!\.\d)(?![ 　]?(?:元|万|亿|件|%|％))/g

/** Mobile telephone numbers that are not in the unit's own contact block. */
export function findMobiles(reading: Reading, facts: CheckFacts): Sighting[] {
  const own = new Set(facts.contacts.map(lastEleven))
  return [...matchesIn(wholeOf(reading), mobile)]
    .filter((match) => !own.has(lastEleven(match.text)))
    .map(({ start, end }) => ({ start, end, because: 'number' }))
}

function lastEleven(number: string): string {
  return number.replace(/\D/g, '').slice(-11)
}
