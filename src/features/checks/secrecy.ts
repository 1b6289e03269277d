import type { CheckFacts, Sighting } from './finding.ts'
import { matchesIn, type Reading, wholeOf } from './reading.ts'
import type { CheckRules } from './rules.ts'

const starred = /(绝密|机密|秘密)[ 　]?[★☆][ 　]?(?:(\d{1,3})[ 　]?年)?/g
const labelled = /密[ 　]{0,4}级[ 　]?[:：][ 　]?(绝密|机密|秘密)(?!★|☆)(?:[ 　]?(\d{1,3})[ 　]?年)?/g
const alone = /^[\s【[（(]{0,4}(绝密|机密|秘密|TOP SECRET|SECRET|CONFIDENTIAL)[\s】\])）]{0,4}$/
const english = /\b(TOP SECRET|SECRET|CONFIDENTIAL)(?:\/\/|[ ]?★)/g
const internal =
  /内部(?:资料|文件|材料)[，, 　]{0,2}(?:注意保存|严禁外传|不得外传|请勿外传|妥善保管)|(?:注意保存|严禁外传)[，, ]{0,2}内部资料/g
const chinese: Record<string, string> = { 'TOP SECRET': '绝密', SECRET: '机密', CONFIDENTIAL: '秘密' }

/** Classification marks, as marks and not as words of a sentence; each also against the unit's power to classify and the longest period of its level. */
export function findSecrecy(reading: Reading, facts: CheckFacts, rules: CheckRules): Sighting[] {
  const sightings: Sighting[] = []
  const whole = wholeOf(reading)
  for (const pattern of [starred, labelled, english]) {
    for (const { start, end, parts } of matchesIn(whole, pattern)) sightings.push(...judge(start, end, parts, facts, rules))
  }
  for (const line of reading.lines) {
    const mark = alone.exec(line.text)
    if (mark) sightings.push(...judge(line.start, line.end, [mark[1]], facts, rules))
  }
  for (const { start, end } of matchesIn(whole, internal)) sightings.push({ start, end, because: 'internal' })
  return sightings
}

function judge(start: number, end: number, [mark = '', years]: (string | undefined)[], facts: CheckFacts, rules: CheckRules): Sighting[] {
  const level = chinese[mark] ?? mark
  const params = { level }
  const sightings: Sighting[] = [{ start, end, because: 'mark', params }]
  const powers = rules.secrecy.powers[facts.unitLevel]
  if (powers && !powers.includes(level)) sightings.push({ start, end, because: 'no-power', params: { level, basis: rules.secrecy.basis } })
  const longest = rules.secrecy.longestYears[level]
  if (longest !== undefined && Number(years ?? 0) > longest) {
    sightings.push({ start, end, because: 'too-long', params: { level, years: Number(years), longest, basis: rules.secrecy.basis } })
  }
  return sightings
}
