import { NotFound } from '../../kernel/faults.ts'
import type { Call } from '../../platform/http/api/call.ts'
import { findUnit } from '../organisations/index.ts'
import { readDocument, type Officer, type WholeDocument } from '../publishing/index.ts'
import { findDraft, type OwnDraft } from './queries.ts'

/** The person who answers for the system, acting through it. */
export function officerOf({ caller }: Call): Officer {
  return { personId: caller.personId, posts: caller.posts, systemId: caller.systemId }
}

/** How the record names the system of a call. */
export function actorOf({ caller }: Call): string {
  return `system:${caller.systemId}`
}

/** For the edge: the unit of the draft in the address; undefined when this system did not begin it. */
export async function unitOfDraft(call: Call): Promise<string | undefined> {
  const own = await findOwn(call)
  return own && (await findUnit(call.site.database.read, own.whole.document.unitId))?.path
}

/** The draft in the address. Throws NotFound when this system did not begin it. */
export async function ownDraft(call: Call): Promise<{ own: OwnDraft; whole: WholeDocument }> {
  const found = await findOwn(call)
  if (found === undefined) throw new NotFound(`draft ${call.params['id']}`)
  return found
}

async function findOwn(call: Call): Promise<{ own: OwnDraft; whole: WholeDocument } | undefined> {
  const id = call.params['id'] ?? ''
  if (!/^[1-9]\d{0,14}$/.test(id)) return undefined
  const db = call.site.database.read
  const own = await findDraft(db, call.caller.systemId, Number(id))
  const whole = own && (await readDocument(db, own.documentId))
  return own && whole && { own, whole }
}

/** The validator of a draft: another text, other files or another stage has another one. */
export function tagOf({ document, contentHash }: WholeDocument): string {
  return `${document.currentVersion}-${document.stage}-${contentHash.slice(0, 16)}`
}
