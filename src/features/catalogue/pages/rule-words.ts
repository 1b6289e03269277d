import { sayMonth, sayMonthDay } from '../../../kernel/translate.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { genres, subjects } from '../classes.ts'
import type { StoredTask } from '../queries-tasks.ts'
import type { TimeRule } from '../rule.ts'

/** A time rule in words: "within 20 working days after the information was formed". */
export function ruleInWords(reader: Pick<Reader, 'lang' | 't'>, rule: TimeRule): string {
  switch (rule.kind) {
    case 'within':
      return reader.t(`catalogue.rule.within.${rule.count}.${rule.anchor}`, { n: rule.days })
    case 'at-once':
      return reader.t('catalogue.rule.at-once')
    case 'standing':
      return reader.t('catalogue.rule.standing', { day: sayMonthDay(rule.by, reader.lang) })
    case 'periodic':
      if ('by' in rule) return reader.t('catalogue.rule.by', { day: sayMonthDay(rule.by, reader.lang) })
      if ('before' in rule) return reader.t(`catalogue.rule.before.${rule.every}.${rule.count}`, { n: rule.before })
      return reader.t(`catalogue.rule.${rule.every}.${rule.count}`, { n: rule.within })
  }
}

/** One occurrence in words: "3rd quarter of 2026", or what was formed. */
export function periodInWords(reader: Pick<Reader, 'lang' | 't'>, task: Pick<StoredTask, 'period' | 'matter'>): string {
  const { period, matter } = task
  const [year = '', part = ''] = period.split('-')
  if (year === 'event') return matter || reader.t('catalogue.period.event', { n: part })
  if (/^\d{4}-\d{2}$/.test(period)) return sayMonth(period, reader.lang)
  if (part.startsWith('Q')) return reader.t(`catalogue.period.quarter-${part.slice(1) as '1' | '2' | '3' | '4'}`, { year })
  if (part.startsWith('H')) return reader.t(part === 'H1' ? 'catalogue.period.half-1' : 'catalogue.period.half-2', { year })
  return reader.t('catalogue.period.year', { year })
}

/** The name of a line of the catalogue in the reader's language. */
export function titleIn(reader: Pick<Reader, 'lang'>, duty: { titleZh: string; titleEn: string }): string {
  return nameIn(reader, { nameZh: duty.titleZh, nameEn: duty.titleEn })
}

/** The words of a genre; a code that is not in the list says itself. */
export function genreInWords(reader: Pick<Reader, 't'>, code: string): string {
  const known = genres.find((one) => one === code)
  return known === undefined ? code : reader.t(`publishing.genre.${known}`)
}

/** The words of a subject class with its number. */
export function subjectInWords(reader: Pick<Reader, 't'>, code: string): string {
  const known = subjects.find((one) => one === code)
  return known === undefined ? code : `${known} ${reader.t(`publishing.subject.${known}`)}`
}

/** Names one after the other, as the language joins them. */
export function listed(reader: Pick<Reader, 'lang'>, names: readonly string[]): string {
  return names.join(reader.lang === 'zh' ? '、' : ', ')
}
