import type { WordKey } from '../../../kernel/words.ts'
import type { Reader } from '../../../ui/reader.ts'
import { typedFields, type Typed } from '../form.ts'

const labels: Record<keyof Typed, WordKey> = {
  title: 'publishing.field.title',
  summary: 'publishing.field.summary',
  body: 'publishing.field.body',
  formedOn: 'publishing.field.formed-on',
  validUntil: 'publishing.field.valid-until',
  attribute: 'publishing.attribute.label',
  ground: 'publishing.ground.label',
  groundReason: 'publishing.ground.reason',
  audience: 'publishing.audience.label',
  language: 'publishing.language.label',
  subject: 'publishing.subject.label',
  genre: 'publishing.genre.label',
  served: 'publishing.served.label',
  keywords: 'publishing.field.keywords',
  documentNumber: 'publishing.field.document-number',
  related: 'publishing.field.related',
}

/** A code that stands for words, by the fields that hold one. */
const coded = ['attribute', 'ground', 'audience', 'language', 'subject', 'genre', 'served'] as const
const longest = 300

/** The fields in which two editors differ, theirs beside mine. */
export function meanwhileRows(reader: Reader, theirs: Typed, mine: Typed): { label: string; theirs: string; mine: string }[] {
  return typedFields
    .filter((field) => theirs[field].trim() !== mine[field].trim())
    .map((field) => ({
      label: reader.t(labels[field]),
      theirs: shown(reader, field, theirs[field]),
      mine: shown(reader, field, mine[field]),
    }))
}

function shown(reader: Reader, field: keyof Typed, value: string): string {
  if (value !== '' && (coded as readonly string[]).includes(field)) return reader.t(`publishing.${field as 'subject'}.${value as '1'}`)
  const characters = [...value]
  return characters.length <= longest ? value : `${characters.slice(0, longest).join('')}…`
}
