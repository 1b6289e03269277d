import type { CheckFacts, Sighting } from './finding.ts'
import type { Reading } from './reading.ts'
import type { CheckRules } from './rules.ts'

/** Names of the state and its organs in a known corrupted form, and words that are often confused. */
export function findOrgans(reading: Reading, _facts: CheckFacts, rules: CheckRules): Sighting[] {
  return [
    ...rules.organs.corrupted.flatMap(([wrong, right]) => everyPlace(reading.plain, wrong, right, 'corrupted')),
    ...rules.organs.confused.flatMap(([wrong, right]) => everyPlace(reading.plain, wrong, right, 'confused')),
  ]
}

function everyPlace(text: string, wrong: string, right: string, because: string): Sighting[] {
  const sightings: Sighting[] = []
  for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + wrong.length)) {
    sightings.push({ start: at, end: at + wrong.length, because, params: { right } })
  }
  return sightings
}
