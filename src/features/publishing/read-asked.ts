import { NotFound } from '../../kernel/faults.ts'
import type { Ask } from '../../platform/http/route.ts'
import { findUnit } from '../organisations/index.ts'
import type { Officer } from './officer.ts'
import { findDocument } from './queries.ts'
import { readDocument, type WholeDocument } from './read-document.ts'

/** The document that the address names, with all that belongs to it. Throws NotFound when there is none. */
export async function readAsked(ask: Ask): Promise<WholeDocument> {
  const whole = await readDocument(ask.site.database.read, askedId(ask))
  if (whole === undefined) throw new NotFound(ask.reader.path)
  return whole
}

/** The path of the unit whose document the address names: what the policy table is asked about. Undefined when there is none. */
export async function pathOfAsked(ask: Ask): Promise<string | undefined> {
  const db = ask.site.database.read
  const document = await findDocument(db, askedId(ask))
  return document && (await findUnit(db, document.unitId))?.path
}

/** The number in the address; 0, which no document has, for anything that is not one. */
export function askedId(ask: Ask): number {
  const text = ask.params['id'] ?? ''
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0
}

/** The person who asks, as the acts want them. */
export function officerOf(ask: Ask): Officer {
  if (ask.visitor === undefined) throw new Error('an act without a visitor')
  return { personId: ask.visitor.personId, posts: ask.visitor.posts }
}
