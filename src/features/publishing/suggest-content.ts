import type { Reader } from '../../ui/reader.ts'
import { periodInWords, type StoredDuty, type StoredTask } from '../catalogue/index.ts'
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
  const period = task === undefined || task.period.startsWith('event') ? '' : periodInWords(reader, task)
  return period === '' ? title : reader.t('publishing.new.titled', { title, period })
}
