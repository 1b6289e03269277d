import { addDays, addMonths, monthOf, yearOf, type Day } from '../kernel/day.ts'
import { sayMonth } from '../kernel/translate.ts'

/** Fills `{day:-12}`, `{month:-1}` and `{year:-1}` in a demo text: days, months and years before today, as a person writes them. */
export function fillText(text: string, today: Day, lang: 'zh' | 'en'): string {
  return text.replace(/\{(day|month|year)(?::(-?\d+))?\}/g, (_, unit: string, distance: string | undefined) => {
    const n = Number(distance ?? 0)
    if (unit === 'year') return String(yearOf(today) + n)
    if (unit === 'month') return sayMonth(monthOf(addMonths(today, n)), lang)
    return writtenDay(addDays(today, n), lang)
  })
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

function writtenDay(day: Day, lang: 'zh' | 'en'): string {
  const [year, month, date] = day.split('-').map(Number)
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${monthNames[(month ?? 1) - 1]} ${year}`
}
