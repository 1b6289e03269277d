import type { Sighting } from './finding.ts'
import { type Moment, momentsIn, monthOf, monthWords, rankOf } from './moment.ts'
import { matchesIn, type Reading, sentencesOf, type Span } from './reading.ts'
import { leadingYear, partsOf, yearsIn } from './year.ts'

const englishMonth = new RegExp(
  `\\b(${monthWords})(?: \\d{1,2})?,?(?: of)? this year|(?:to|until|through) (${monthWords})(?:,? of)? this year`,
  'g',
)
const chineseMonth = /(?:今年|本年度?)(?:1[—–至到~-]+)?(\d{1,2})月/g
const promised =
  /(?:expected|planned|scheduled|will be|to be) [^.;]{0,60}?(?:by|in|before|until) (?:the )?(?:end of |beginning of )?$|(?:预计|计划|拟于|力争|将于|将在)[^。；]{0,30}$/

/** Promises whose day had passed when their own report was written, and hurry that took years. */
export function findPromises(reading: Reading): Sighting[] {
  return partsOf(reading).flatMap((part) => [...pastPromises(part), ...slowHurry(part)])
}

/** In a part that reports on the months of its year: things expected for an earlier month of that year. */
function pastPromises(part: Span): Sighting[] {
  const year = leadingYear(yearsIn(part))
  const month = monthsOfThisYear(part).reduce((latest, month) => Math.max(latest, month), 0)
  if (year === undefined || month === 0) return []
  return momentsIn(part)
    .filter((moment) => rankOf({ year: moment.year, month: moment.month }) < rankOf({ year, month }) && isPromised(part, moment))
    .map(({ start, end }) => ({ start, end, because: 'promise-past', params: { year, month } }))
}

function monthsOfThisYear(part: Span): number[] {
  const english = [...matchesIn(part, englishMonth)].map(({ parts }) => monthOf(parts[0] ?? parts[1]))
  const chinese = [...matchesIn(part, chineseMonth)].map(({ parts }) => Number(parts[0]))
  return [...english, ...chinese].filter((month) => month >= 1 && month <= 12)
}

function isPromised(part: Span, moment: Moment): boolean {
  return promised.test(part.text.slice(Math.max(0, moment.start - part.start - 100), moment.start - part.start))
}

const founded = /(?:established|founded|set up|成立|组建|挂牌)/
const hurried = /quickly|promptly|timely|immediately|at once|迅速|及时|随即|立即/
const afterwards = /[Aa]fter the establishment|[Aa]fter it was (?:founded|established|set up)|成立后|组建后|成立以来/
const hurryYears = 3
const reach = 1500

/** `Established in 1997 … After the establishment the plan for 2005 was quickly drawn up`: the years deny the hurry. */
function slowHurry(part: Span): Sighting[] {
  const sentences = sentencesOf(part)
  let origin: { year: number; start: number } | undefined
  return sentences.flatMap((sentence) => {
    const named = yearsIn(sentence)
    const last = named.at(-1)
    const before = origin && sentence.start - origin.start < reach ? origin : undefined
    if (last && before && afterwards.test(sentence.text) && hurried.test(sentence.text) && last.year - before.year >= hurryYears) {
      return [{ start: last.start, end: last.end, because: 'slow-hurry', params: { founded: before.year, found: last.year } }]
    }
    const [first] = named
    if (first && founded.test(sentence.text)) origin = { year: first.year, start: sentence.start }
    return []
  })
}
