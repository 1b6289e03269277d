import { field, type Ask } from '../../platform/http/route.ts'
import type { Db } from '../../platform/database/index.ts'
import type { FieldError } from '../../ui/form.tsx'
import { limits, type Content } from './document.ts'
import { contentOf, relatedIn, typedFields, type FormFault, type Typed } from './form.ts'
import { findByIndexNumber, findDocument } from './queries.ts'
import { isInSight } from './read-related.ts'

/** A form as it came: what was typed, what it means, what is wrong with it. */
export interface ReadForm {
  typed: Typed
  content: Content
  relatedIds: number[]
  errors: FieldError[]
}

/**
 * Reads the fields of a document from a form; related documents are looked up by their index numbers. One that this person may not know
 * of is refused as if there were none, unless it is related already (`keptIds`).
 */
export async function readForm(ask: Ask, keptIds: readonly number[] = []): Promise<ReadForm> {
  const typed = Object.fromEntries(typedFields.map((name) => [name, field(ask, name)])) as unknown as Typed
  const { content, faults } = contentOf(typed)
  const errors = faults.map((fault) => asError(ask, fault))
  const relatedIds: number[] = []
  const { read } = ask.site.database
  for (const number of relatedIn(typed)) {
    const other = await findByIndexNumber(read, number)
    if (other === undefined || !(keptIds.includes(other.id) || (await isInSight(read, other, ask.visitor?.posts ?? []))))
      errors.push({ field: 'related', message: ask.reader.t('publishing.error.related-unknown', { number: number.slice(0, 60) }) })
    else relatedIds.push(other.id)
  }
  return { typed, content, relatedIds, errors }
}

/** The index numbers of related documents, as the form shows them. */
export async function relatedNumbers(db: Db, ids: readonly number[]): Promise<string[]> {
  const found = await Promise.all(ids.map((id) => findDocument(db, id)))
  return found.flatMap((document) => document?.indexNumber ?? [])
}

function asError(ask: Ask, { field: name, fault }: FormFault): FieldError {
  return { field: name, message: ask.reader.t(`publishing.error.${fault}`, { example: ask.reader.today, n: limits.summary }) }
}
