import type { CheckFacts, Sighting } from './finding.ts'
import { matchesIn, type Reading, wholeOf } from './reading.ts'
import type { CheckRules } from './rules.ts'

const name = '[A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14}){0,2}'
const comrade = new RegExp(`\\bComrade (${name})`, 'g')
const comrades = new RegExp(`\\b[Cc]omrades(?: including|,? namely|:)? (${name}(?:, ${name}){0,8}(?:,? and ${name})?)`, 'g')
const crowd = /(?:全体|各位|广大|有关|所有|部分|其他|负责|党员|领导|青年|基层|机关|[名位些个老女男])同志$/

/** Names of people after the word comrade: an ordinary member of staff need not be named. Leaders of the state and public examples are left alone. */
export function findPersons(reading: Reading, _facts: CheckFacts, rules: CheckRules): Sighting[] {
  const chinese = new RegExp(`[${rules.surnames}][\\u4e00-\\u9fff]{1,2}同志`, 'g')
  const sightings: Sighting[] = []
  for (const pattern of [comrade, comrades, chinese]) {
    for (const { start, end, text } of matchesIn(wholeOf(reading), pattern)) {
      const isPublic = rules.publicFigures.some((figure) => text.includes(figure))
      if (!isPublic && !crowd.test(text)) sightings.push({ start, end, because: 'named' })
    }
  }
  return sightings
}
