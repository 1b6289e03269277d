import type { Term } from '../../kernel/clock.ts'
import type { Day } from '../../kernel/day.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { isLooser, type TimeRule } from './rule.ts'

export const channels = [
  'portal',
  'gazette',
  'new-media',
  'press',
  'broadcast',
  'newspaper',
  'reading-point',
  'service-hall',
  'convenience-station',
  'on-site',
  'notice-board',
  'targeted',
  'other',
] as const
export type Channel = (typeof channels)[number]

export const audiences = ['society', 'group', 'staff'] as const
export type Audience = (typeof audiences)[number]

export const modes = ['proactive', 'on-application'] as const
export type Mode = (typeof modes)[number]

export const dutyLevels = ['province', 'city', 'county', 'town', 'village'] as const
export type DutyLevel = (typeof dutyLevels)[number]

/** One line of the catalogue, with the standard columns of the grass-roots catalogue (GRASS-19). */
export interface Duty {
  code: string
  titleZh: string
  titleEn: string
  elementsZh: string
  elementsEn: string
  basisZh: string
  basisEn: string
  rule: TimeRule
  channels: Channel[]
  audience: Audience
  mode: Mode
  levels: DutyLevel[]
  isRequired: boolean
  genre: string
  subject: string
  guidanceZh: string
  guidanceEn: string
  sinceOn: Day
  untilOn?: Day
}

export type DutyRefusal =
  | 'title-missing'
  | 'basis-missing'
  | 'channel-missing'
  | 'level-missing'
  | 'looser-than-statute'
  | 'days-wrong'
  | 'date-wrong'
  | 'ends-before-start'

/**
 * May this line stand in a catalogue? Refuses with every reason: a duty needs a title, a basis, a channel and a level, and a time rule
 * that is as strict as the statute or stricter (seed row S3-017).
 */
export function laidDown(duty: Duty, statute: Term): Outcome<Duty, DutyRefusal> {
  const refusals: DutyRefusal[] = []
  if (duty.titleZh.trim() === '' || duty.titleEn.trim() === '') refusals.push('title-missing')
  if (duty.basisZh.trim() === '') refusals.push('basis-missing')
  if (duty.channels.length === 0) refusals.push('channel-missing')
  if (duty.levels.length === 0) refusals.push('level-missing')
  refusals.push(...ruleRefusals(duty.rule))
  if (isLooser(duty.rule, statute)) refusals.push('looser-than-statute')
  if (duty.untilOn !== undefined && duty.untilOn < duty.sinceOn) refusals.push('ends-before-start')
  return refusals.length > 0 ? refused(...refusals) : done(duty)
}

/** May this be the code of a line or a category: small letters, digits and hyphens? */
export function isCode(text: string): boolean {
  return /^[a-z0-9-]{1,60}$/.test(text)
}

/** May the public read this line? It is in force and is not for the staff alone. */
export function isPublic(duty: Pick<Duty, 'audience' | 'sinceOn' | 'untilOn'>, day: Day): boolean {
  return duty.audience !== 'staff' && isInForce(duty, day)
}

/** Is the line in force on this day? */
export function isInForce(duty: Pick<Duty, 'sinceOn' | 'untilOn'>, day: Day): boolean {
  return duty.sinceOn <= day && (duty.untilOn === undefined || day <= duty.untilOn)
}

/** Are the numbers and days of a time rule such that it can be counted? */
export function isSoundRule(rule: TimeRule): boolean {
  return ruleRefusals(rule).length === 0
}

function ruleRefusals(rule: TimeRule): DutyRefusal[] {
  if (rule.kind === 'within' && !isCountOfDays(rule.days)) return ['days-wrong']
  if (rule.kind === 'periodic' && 'within' in rule && !isCountOfDays(rule.within)) return ['days-wrong']
  if (rule.kind === 'periodic' && 'before' in rule && !(isCountOfDays(rule.before) && rule.before <= shortest[rule.every]))
    return ['days-wrong']
  if ('by' in rule && !isMonthDay(rule.by)) return ['date-wrong']
  return []
}

/** Days that every such period has at least: a day before its end must lie within it. */
const shortest = { month: 27, quarter: 89, 'half-year': 180, year: 364 } as const

function isCountOfDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= 366
}

/** `MM-DD`, a day that every year has: 02-29 is refused. */
function isMonthDay(text: string): boolean {
  const match = /^(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const length = lengths[Number(match[1]) - 1]
  return length !== undefined && Number(match[2]) >= 1 && Number(match[2]) <= length
}
