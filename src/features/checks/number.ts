import type { Sighting } from './finding.ts'
import { matchesIn, type Reading, wholeOf } from './reading.ts'

const marker = /\/?kloc-?\d{0,6}|(?<!\d)65438\+ ?\d{0,4}(?:\/\d{1,4})?/g
const labelledDigits =
  /(?:telephone|phone|hotline|fax|account|number|电话|热线|传真|号码|账号)(?: number)?(?:[:：]| is| was)?\s{0,2}(\d[\d ]{4,24}\d)(?![\d-])/gi
const spacedYear = /(?<![\d ] ?)[12] [09] \d \d(?= ?年)/g

/** Numbers that a machine spoiled: known wrecks of a converter, and digits split up by blanks. */
export function findNumbers(reading: Reading): Sighting[] {
  const whole = wholeOf(reading)
  const sightings: Sighting[] = [...matchesIn(whole, marker)].map(({ start, end }) => ({ start, end, because: 'converted' }))
  for (const match of matchesIn(whole, labelledDigits)) {
    const number = match.parts[0] ?? ''
    if (isSplit(number)) sightings.push({ start: match.end - number.length, end: match.end, because: 'split' })
  }
  for (const { start, end } of matchesIn(whole, spacedYear)) sightings.push({ start, end, because: 'split' })
  return sightings
}

/** People write numbers in groups of three or more; a lone digit or two after a blank was torn off. A country code may stand before. */
function isSplit(number: string): boolean {
  const [, ...groups] = number.split(/ +/)
  return groups.some((group) => group.length < 3)
}
