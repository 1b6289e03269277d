import { asDay, type Day, weekdayOf } from '../../kernel/day.ts'
import type { CheckFacts, Sighting } from './finding.ts'
import { type Moment, momentsIn, rankOf } from './moment.ts'
import { findPromises } from './promise.ts'
import { type Reading, type Span } from './reading.ts'
import type { CheckRules } from './rules.ts'
import { findYears } from './year.ts'

const weekdays = ['一', '二', '三', '四', '五', '六']
const englishDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const between = /^ ?(?:to|until|through|-|—|–|至|到|起至) ?$/
const cutoff = /(?:截至|截止到?|[Aa]s of|[Uu]p to) ?$/

/** Dates that do not exist or do not agree: with the calendar, with each other, with the title, with the day of publication. */
export function findDates(reading: Reading, facts: CheckFacts, rules: CheckRules): Sighting[] {
  const limit = facts.publishedOn ?? facts.today
  return [
    ...reading.lines.flatMap((line) => {
      const moments = momentsIn(line)
      return [
        ...moments.flatMap((moment) => [...unreal(moment), ...wrongWeekday(line, moment)]),
        ...reversed(line, moments),
        ...ahead(line, moments, limit),
      ]
    }),
    ...findYears(reading, facts, rules),
    ...findPromises(reading),
  ]
}

function unreal({ start, end, isReal }: Moment): Sighting[] {
  return isReal ? [] : [{ start, end, because: 'unreal' }]
}

/** `2019年10月15日（星期三）` where that day was a Tuesday. */
function wrongWeekday(line: Span, moment: Moment): Sighting[] {
  if (!moment.isReal || moment.day === undefined) return []
  const after = line.text.slice(moment.end - line.start, moment.end - line.start + 12)
  const before = line.text.slice(Math.max(0, moment.start - line.start - 12), moment.start - line.start)
  const chinese = /^ ?[（(]?(?:星期|周)([一二三四五六日天])/.exec(after)
  const english = /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? $/.exec(before)
  const stated = chinese ? weekdays.indexOf(chinese[1] ?? '') + 1 || 7 : english ? englishDays.indexOf(english[1] ?? '') + 1 : undefined
  const real = weekdayOf(dayOf(moment))
  if (stated === undefined || stated === real) return []
  return [{ start: moment.start, end: moment.end + (chinese?.[0].length ?? 0), because: 'weekday' }]
}

/** Two dates joined by `to`, the second before the first. */
function reversed(line: Span, moments: Moment[]): Sighting[] {
  return moments.flatMap((second, at) => {
    const first = moments[at - 1]
    if (!first?.isReal || !second.isReal || !between.test(line.text.slice(first.end - line.start, second.start - line.start))) return []
    return rankOf(second) < rankOf({ ...first, day: first.day ?? 1 }) ? [{ start: first.start, end: second.end, because: 'reversed' }] : []
  })
}

/** A line that is a date alone is the day of signing; it and every `as of` date lie on or before the day of publication. */
function ahead(line: Span, moments: Moment[], limit: Day): Sighting[] {
  const rank = rankOf({ year: Number(limit.slice(0, 4)), month: Number(limit.slice(5, 7)), day: Number(limit.slice(8)) })
  return moments.flatMap((moment) => {
    const { start, end } = moment
    const signs = moment.day !== undefined && line.text.trim() === line.text.slice(start - line.start, end - line.start)
    const counts = cutoff.test(line.text.slice(Math.max(0, start - line.start - 8), start - line.start))
    if (!(signs || counts) || !moment.isReal || rankOf({ ...moment, day: moment.day ?? 1 }) <= rank) return []
    return [{ start, end, because: signs ? 'signed-ahead' : 'counted-ahead', params: { limit } }]
  })
}

function dayOf({ year, month, day }: Moment): Day {
  return asDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
