import { isDay } from '../../kernel/day.ts'
import { limits, type Content } from './document.ts'
import { attributes, audiences, genres, grounds, servedGroups, subjects } from './metadata.ts'

/** The fields of the form as they were typed: nothing in it is lost when the form comes back. */
export interface Typed {
  title: string
  summary: string
  body: string
  formedOn: string
  validUntil: string
  attribute: string
  ground: string
  groundReason: string
  audience: string
  language: string
  subject: string
  genre: string
  served: string
  keywords: string
  documentNumber: string
  related: string
}

export const typedFields = [
  'title',
  'summary',
  'body',
  'formedOn',
  'validUntil',
  'attribute',
  'ground',
  'groundReason',
  'audience',
  'language',
  'subject',
  'genre',
  'served',
  'keywords',
  'documentNumber',
  'related',
] as const satisfies readonly (keyof Typed)[]

/** What is wrong with a form, before anything is asked of the database. */
export type FormFault = { field: 'formedOn' | 'validUntil'; fault: 'not-a-day' } | { field: 'summary'; fault: 'summary-too-long' }

const mostKeywords = 20
const longestKeyword = 40

/** What was typed, as content. A choice that is not on the list falls back to the usual one: forms offer nothing else. */
export function contentOf(typed: Typed): { content: Content; faults: FormFault[] } {
  const faults: FormFault[] = []
  for (const field of ['formedOn', 'validUntil'] as const) {
    const text = typed[field].trim()
    if (text !== '' && !isDay(text)) faults.push({ field, fault: 'not-a-day' })
  }
  if (typed.summary.trim().length > limits.summary) faults.push({ field: 'summary', fault: 'summary-too-long' })
  const attribute = oneOf(attributes, typed.attribute, 'proactive')
  return {
    faults,
    content: {
      attribute,
      ground: attribute === 'proactive' ? '' : oneOf([...grounds, ''], typed.ground, ''),
      groundReason: attribute === 'proactive' ? '' : typed.groundReason.trim(),
      audience: oneOf(audiences, typed.audience, 'society'),
      language: oneOf(['zh', 'en'], typed.language, 'zh'),
      title: typed.title.replace(/\s+/gu, ' ').trim(),
      summary: typed.summary.trim(),
      body: typed.body,
      documentNumber: typed.documentNumber.trim(),
      subject: oneOf([...subjects, ''], typed.subject, ''),
      genre: oneOf([...genres, ''], typed.genre, ''),
      served: oneOf([...servedGroups, ''], typed.served, ''),
      keywords: listed(typed.keywords, /[,，、;；\n]/u).slice(0, mostKeywords),
      formedOn: dayOrNone(typed.formedOn),
      validUntil: dayOrNone(typed.validUntil),
    },
  }
}

/** Content as the form shows it; `related` are index numbers. */
export function typedOf(content: Content, related: readonly string[]): Typed {
  return {
    ...content,
    formedOn: content.formedOn ?? '',
    validUntil: content.validUntil ?? '',
    keywords: content.keywords.join(content.language === 'zh' ? '，' : ', '),
    related: related.join('\n'),
  }
}

/** The index numbers in the field for related documents. */
export function relatedIn(typed: Typed): string[] {
  return [...new Set(typed.related.split(/[\s,，、;；]+/u).filter((part) => part !== ''))]
}

function listed(text: string, divider: RegExp): string[] {
  const parts = text.split(divider).map((part) => part.trim().slice(0, longestKeyword))
  return [...new Set(parts.filter((part) => part !== ''))]
}

function dayOrNone(text: string) {
  const day = text.trim()
  return isDay(day) ? day : undefined
}

function oneOf<One extends string>(list: readonly One[], text: string, usual: One): One {
  return list.find((one) => one === text) ?? usual
}
