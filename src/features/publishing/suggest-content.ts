import { sayMonth } from '../../kernel/translate.ts'
import type { Reader } from '../../ui/reader.ts'
import type { StoredDuty, StoredTask } from '../catalogue/index.ts'
import type { Typed } from './form.ts'
import { genres, subjects } from './metadata.ts'

/** The form as the duty and its task fill it: the officer adds the text. The title is the duty's with its period, or the matter's. */
export function suggestContent(
  reader: Pick<Reader, 'lang' | 't' | 'today'>,
  duty: StoredDuty | undefined,
  task: StoredTask | undefined,
): Typed {
  const genre = genres.find((one) => one === duty?.genre) ?? ''
  const subject = subjects.find((one) => one === duty?.subject) ?? ''
  return {
    title: titleOf(reader, duty, task),
    summary: '',
    body: '',
    formedOn: task?.formedOn ?? reader.today,
    validUntil: '',
    attribute: duty?.mode ?? 'proactive',
    ground: '',
    groundReason: '',
    audience: duty?.audience ?? 'society',
    language: reader.lang,
    subject,
    genre,
    served: '',
    keywords: '',
    documentNumber: '',
    related: '',
  }
}

function titleOf(reader: Pick<Reader, 'lang' | 't'>, duty: StoredDuty | undefined, task: StoredTask | undefined): string {
  if (duty === undefined) return ''
  if (task !== undefined && task.matter !== '') return task.matter
  const title = reader.lang === 'zh' ? duty.titleZh : duty.titleEn || duty.titleZh
  const period = task === undefined ? '' : periodInWords(reader, task.period)
  return period === '' ? title : reader.t('publishing.new.titled', { title, period })
}

/** `2025-Q3` → 2025年第三季度 / third quarter of 2025; '' for a single event. */
function periodInWords(reader: Pick<Reader, 'lang' | 't'>, period: string): string {
  const year = period.slice(0, 4)
  if (/^\d{4}$/.test(period)) return reader.t('publishing.period.year', { year })
  if (/^\d{4}-\d{2}$/.test(period)) return sayMonth(period, reader.lang)
  const part = /^\d{4}-(Q[1-4]|H[12])$/.exec(period)?.[1]?.toLowerCase()
  return part === undefined ? '' : reader.t(`publishing.period.${part as 'q1'}`, { year })
}
