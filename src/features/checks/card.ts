import { isCreditCode, isIdentityNumber, passesLuhn } from '../../kernel/identity.ts'
import type { Sighting } from './finding.ts'
import { matchesIn, type Reading, wholeOf } from './reading.ts'

const digits = /(?<![0-9A-Za-z.*])(?:62|4\d|5\d)(?:[ -]?\d){14,17}(?![0-9A-Za-z*])/g
const named = /卡号|账号|帐号|账户|帐户|开户|银行|card|account|bank/i

/** Bank card numbers: 16 to 19 digits that pass the Luhn sum and start like a card. Beginnings other than 62 need a word for a card or an account before them. */
export function findCards(reading: Reading): Sighting[] {
  const whole = wholeOf(reading)
  const sightings: Sighting[] = []
  for (const match of matchesIn(whole, digits)) {
    const number = match.text.replace(/[ -]/g, '')
    if (!passesLuhn(number) || isIdentityNumber(number) || isCreditCode(number)) continue
    const before = whole.text.slice(Math.max(0, match.start - 40), match.start)
    if (number.startsWith('62') || named.test(before)) sightings.push({ start: match.start, end: match.end, because: 'number' })
  }
  return sightings
}
