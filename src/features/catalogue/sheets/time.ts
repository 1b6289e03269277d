import type { Every, TimeRule } from '../rule.ts'

/** What a time limit means that leaves something unsaid. */
export interface TimeDefaults {
  /** Days within which a period's matter is published when only the period is named. */
  within: number
  /** The day of the year, `MM-DD`, by which a standing matter is confirmed. */
  confirmBy: string
}

/**
 * A time limit (公开时限) as people write it, as a rule: 信息形成之日起20个工作日内, 及时公开, 3个工作日内, 每季度结束后10日内, 长期公开,
 * and the same in English. Undefined when it is not understood; then somebody must say it in other words.
 */
export function readTime(text: string, defaults: TimeDefaults): TimeRule | undefined {
  const words = numbersIn(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s,.。，、；;]+/g, ' ')
      .trim(),
  )
  if (words === '') return undefined
  const every = periods.find(([pattern]) => pattern.test(words))?.[1]
  if (isStanding(words)) return { kind: 'standing', confirm: 'year', by: dayOfYear(words) ?? defaults.confirmBy }
  return every === undefined ? (within(words) ?? atOnce(words)) : periodic(words, every, defaults)
}

const days = /(\d{1,3}) ?(?:个)? ?(工作日|working days?|自然日|日|天|calendar days?|days?)/

function isStanding(words: string): boolean {
  return /长期|永久|常年|始终|always|permanent|standing/.test(words)
}

const periods: [RegExp, Every][] = [
  [/每半年|each half-?year|half-yearly/, 'half-year'],
  [/每季|each quarter|quarterly/, 'quarter'],
  [/每月|each month|monthly/, 'month'],
  [/每年|each year|yearly|annually/, 'year'],
]

function periodic(words: string, every: Every, defaults: TimeDefaults): TimeRule | undefined {
  const by = dayOfYear(words)
  if (by !== undefined) return every === 'year' ? { kind: 'periodic', every, by } : undefined
  const found = days.exec(words)
  if (found === null) return { kind: 'periodic', every, within: defaults.within, count: 'working' }
  const [n, count] = [Number(found[1]), countOf(found[2] ?? '')]
  if (/\d ?个? ?(工作日|自然日|日|天)前|before/.test(words)) return { kind: 'periodic', every, before: n, count }
  return /内|within/.test(words) ? { kind: 'periodic', every, within: n, count } : undefined
}

function within(words: string): TimeRule | undefined {
  const found = days.exec(words)
  if (found === null) return undefined
  const isChange = /变更|变动|更新|change/.test(words) && !/形成|\bform(?:ed|ation)/.test(words)
  return { kind: 'within', days: Number(found[1]), count: countOf(found[2] ?? ''), anchor: isChange ? 'change' : 'formation' }
}

function atOnce(words: string): TimeRule | undefined {
  return /及时|实时|即时|立即|随时|at once|immediately|real time/.test(words) ? { kind: 'at-once' } : undefined
}

function countOf(unit: string): 'working' | 'calendar' {
  return /工作|working/.test(unit) ? 'working' : 'calendar'
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

function dayOfYear(words: string): string | undefined {
  const chinese = /(\d{1,2}) ?月 ?(\d{1,2}) ?日/.exec(words)
  if (chinese !== null) return monthDay(Number(chinese[1]), Number(chinese[2]))
  const english = new RegExp(`(\\d{1,2}) (${months.join('|')})`).exec(words)
  return english === null ? undefined : monthDay(months.indexOf(english[2] ?? '') + 1, Number(english[1]))
}

function monthDay(month: number, day: number): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const digits = '零一二三四五六七八九'

/** 二十 as 20, 十五 as 15, 三 as 3, where a unit of time follows. */
function numbersIn(text: string): string {
  return text.replace(/([一二三四五六七八九十]{1,3})(?=个? ?(?:工作日|自然日|日|天|月))/g, (_, number: string) => {
    const [tens = '', ones = ''] = number.includes('十') ? number.split('十') : ['', number]
    const ten = number.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens)) : 0
    return String(ten * 10 + (ones === '' ? 0 : digits.indexOf(ones)))
  })
}
