import { hasIdentityShape, isCreditCode, isIdentityNumber, isOldIdentityNumber } from '../../kernel/identity.ts'
import type { Sighting } from './finding.ts'
import { matchesIn, type Reading, wholeOf } from './reading.ts'

// One blank, hyphen or zero-width sign may stand between two digits: a number split up leaks as much as a whole one.
const eighteen = /(?<![0-9A-Za-z*])[1-9](?:[ \u200b-]?\d){16}[ \u200b-]?[\dXx](?![0-9A-Za-z*])/g
const fifteen = /(?<![0-9A-Za-z*])[1-9](?:[ \u200b-]?\d){14}(?![0-9A-Za-z*])/g
const named = /身份证|证件号|公民身份|identity|ID (?:card|no|number)/i
const creditNamed = /信用代码|credit code|税号|纳税人识别号/i

/** Citizen identity numbers: proven by their check character, or mistyped, or of the old 15 places beside a word that says so. */
export function findIdentities(reading: Reading): Sighting[] {
  const whole = wholeOf(reading)
  const sightings: Sighting[] = []
  for (const match of matchesIn(whole, eighteen)) {
    const number = match.text.replace(/[ \u200b-]/g, '')
    const before = whole.text.slice(Math.max(0, match.start - 40), match.start)
    // About one identity number in 340 also passes as a credit code, so only the label beside it tells them apart.
    if (isCreditCode(number.toUpperCase()) && creditNamed.test(before)) continue
    if (isIdentityNumber(number)) sightings.push({ start: match.start, end: match.end, because: 'number' })
    else if (hasIdentityShape(number) && named.test(before)) sightings.push({ start: match.start, end: match.end, because: 'mistyped' })
  }
  for (const match of matchesIn(whole, fifteen)) {
    const before = whole.text.slice(Math.max(0, match.start - 40), match.start)
    const isOne = isOldIdentityNumber(match.text.replace(/[ \u200b-]/g, '')) && named.test(before)
    if (isOne) sightings.push({ start: match.start, end: match.end, because: 'fifteen' })
  }
  return sightings
}
