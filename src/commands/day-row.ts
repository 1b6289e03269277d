import type { Calendar } from '../kernel/calendar.ts'
import type { CountedDay } from '../kernel/clock.ts'
import { type Lang, sayWeekday } from '../kernel/translate.ts'
import type { Translate, WordKey } from '../kernel/words.ts'

/** In whose words a table is told. */
export interface Telling {
  calendar: Calendar
  lang: Lang
  t: Translate
}

/** One line of a table of days: the number of a counted day or a dash, the day, its weekday, and why; `reason` where it is told elsewhere. */
export function dayRow(row: CountedDay, number: number, { calendar, lang, t }: Telling, reason?: string): string {
  const note = calendar.off.get(row.on)
  const holiday = (lang === 'zh' ? note?.nameZh : note?.nameEn) ?? ''
  const mark = (row.counted ? String(number) : '-').padStart(5)
  return `${mark}  ${row.on}  ${sayWeekday(row.on, lang)}  ${reason ?? t(whyKey(row), { holiday })}`
}

function whyKey({ why, counted }: CountedDay): WordKey {
  if (why === 'unannounced') return counted ? 'commands.clock.why.guessed-working' : 'commands.clock.why.guessed-off'
  return `commands.clock.why.${why}`
}
