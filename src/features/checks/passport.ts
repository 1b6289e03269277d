import type { Sighting } from './finding.ts'
import { matchesIn, type Reading, wholeOf } from './reading.ts'

const number = /(?<![0-9A-Za-z])(?:E[A-Z0-9]\d{7}|[GDSP]\d{8}|[HMCW]\d{8,10})(?![0-9A-Za-z])/g
const named = /护照|通行证|台胞证|回乡证|旅行证|passport|travel permit/i

/** Numbers of passports and travel permits, where a word before them says that they are such. */
export function findPassports(reading: Reading): Sighting[] {
  const whole = wholeOf(reading)
  return [...matchesIn(whole, number)]
    .filter((match) => named.test(whole.text.slice(Math.max(0, match.start - 40), match.start)))
    .map(({ start, end }) => ({ start, end, because: 'number' }))
}
