import type { CheckFacts, Sighting } from './finding.ts'
import { matchesIn, type Reading, wholeOf } from './reading.ts'
import type { CheckRules } from './rules.ts'

const withArea = /(?<![\w.*-])(?:0\d{2,3}[ -]?|[（(]0\d{2,3}[)）][ -]?)\d{7,8}(?![\w*])/g
// Without an area code a word must say that this is a telephone; digits split by blanks count as one number.
const named =
  /(?:电话|热线|传真|telephone|phone|hotline|fax|tel\.?)(?: numbers?)?(?:[:：]| is| was)?\s{0,2}([2-9]\d{2,7}(?:[ -]\d{1,5}){0,2})(?![\w*-])/gi

/** Fixed lines that are neither in the unit's own contact block nor service numbers such as 12345. */
export function findLandlines(reading: Reading, facts: CheckFacts, rules: CheckRules): Sighting[] {
  const known = [...facts.contacts, ...rules.serviceNumbers].map(digitsOf).filter((number) => number !== '')
  const isKnown = (number: string) =>
    known.some((own) => own === number || (number.length >= 7 && (own.endsWith(number) || (number.endsWith(own) && own.length >= 7))))
  const sightings: Sighting[] = []
  for (const match of matchesIn(wholeOf(reading), withArea)) {
    if (!isKnown(digitsOf(match.text))) sightings.push({ start: match.start, end: match.end, because: 'number' })
  }
  for (const match of matchesIn(wholeOf(reading), named)) {
    const number = match.parts[0] ?? ''
    const digits = digitsOf(number)
    const isLocal = (digits.length === 7 || digits.length === 8) && !isKnown(digits)
    if (isLocal && !/^[48]00/.test(digits)) sightings.push({ start: match.end - number.length, end: match.end, because: 'number' })
  }
  return sightings
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
