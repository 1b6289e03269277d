import { addDays, addMonths, monthOf, yearOf, type Day } from '../kernel/day.ts'
import { sayMonth } from '../kernel/translate.ts'

/** Fills `{day:-12}`, `{month:-1}` and `{year:-1}` in a demo text: days, months and years before today, as a person writes them. */
export function fillText(text: string, today: Day, lang: 'zh' | 'en'): string {
  return text.replace(/\{(day|month|quarter|half|year)(?::(-?\d+))?\}/g, (_, unit: string, distance: string | undefined) => {
    const n = Number(distance ?? 0)
    if (unit === 'year') return String(yearOf(today) + n)
    if (unit === 'quarter') return writtenPart(today, 3, n, lang)
    if (unit === 'half') return writtenPart(today, 6, n, lang)
    if (unit === 'month') return sayMonth(monthOf(addMonths(today, n)), lang)
    return writtenDay(addDays(today, n), lang)
  })
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

function writtenDay(day: Day, lang: 'zh' | 'en'): string {
  const [year, month, date] = day.split('-').map(Number)
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${monthNames[(month ?? 1) - 1]} ${year}`
}

const parts = {
  3: { zh: ['第一季度', '第二季度', '第三季度', '第四季度'], en: ['first quarter', 'second quarter', 'third quarter', 'fourth quarter'] },
  6: { zh: ['上半年', '下半年'], en: ['first half', 'second half'] },
} as const

/** The quarter or half-year that lies `n` of them from today's: 2026年第三季度, the third quarter of 2026. */
function writtenPart(today: Day, months: 3 | 6, n: number, lang: 'zh' | 'en'): string {
  const first = addMonths(today, months * n)
  const name = parts[months][lang][Math.floor((Number(first.slice(5, 7)) - 1) / months)] ?? ''
  return lang === 'zh' ? `${yearOf(first)}年${name}` : `the ${name} of ${yearOf(first)}`
}
