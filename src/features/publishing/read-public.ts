import type { Db } from '../../platform/database/index.ts'
import { isPublic } from './document.ts'
import type { OldPage } from './imports/batch.ts'
import { findOldPage } from './imports/queries.ts'
import { listSteps, type StoredStep } from './queries-chain.ts'
import { listLedTo, listPublicChanges, type PublicChange } from './queries-changes.ts'
import { listPublicFiles, type StoredFile } from './queries-files.ts'
import { findPublished, listLinked, type Linked, type Published } from './queries-reader.ts'
import type { StoredDocument, StoredVersion } from './queries.ts'

/** One of the hands that released what the public reads: the post and the time, not the person. */
export interface PublicHand {
  move: (typeof chain)[number]
  post: string
  at: Date
}

/** A document as everybody may read it. */
export interface PublicDocument {
  document: StoredDocument
  version: StoredVersion
  files: StoredFile[]
  changes: PublicChange[]
  related: Linked[]
  replaces: Linked[]
  /** Where one arrives: the end of a chain of replacements, or the last of it that can still be read. */
  replacedBy?: Linked
  hands: PublicHand[]
  /** The units that issued it together with its publisher. */
  coIssuers: number[]
  /** What the public reads was released in an emergency: the day, and the review that follows or followed. */
  emergency?: NonNullable<Published['emergency']>
  /** Where and since when it was public before it came here. */
  older?: OldPage
}

/**
 * The public face of an index number. 'none': never published, or not for everybody, which looks the same from outside. 'gone': removed.
 * Otherwise the document; the page decides what a withdrawn or replaced one shows. Seven statements, and one more for a replaced one.
 */
export async function readPublic(db: Db, indexNumber: string): Promise<'none' | 'gone' | PublicDocument> {
  const found = await findPublished(db, indexNumber)
  if (found === undefined || !isPublic({ standing: found.document.standing, audience: found.version.audience })) return 'none'
  const { document, version } = found
  if (document.standing === 'removed') return 'gone'
  const ledTo = document.replacedBy === undefined ? [] : (await listLedTo(db, document.id)).slice(1)
  const linked = await listLinked(db, document, ledTo)
  return {
    document,
    version,
    files: await listPublicFiles(db, document.id),
    changes: await listPublicChanges(db, document.id),
    related: linked.filter((one) => one.tie === 'related'),
    replaces: linked.filter((one) => one.tie === 'replaces'),
    replacedBy: linked.findLast((one) => one.tie === 'replaced-by'),
    older: await findOldPage(db, document.id),
    hands: handsOf(await listSteps(db, document.id), version.number),
    coIssuers: found.coIssuers,
    ...(found.emergency === undefined ? {} : { emergency: found.emergency }),
  }
}

const chain = ['submit', 'approve', 'clear', 'sign', 'emergency', 'uphold'] as const

/** The last hand of each kind that a version passed through. */
function handsOf(steps: readonly StoredStep[], version: number): PublicHand[] {
  return chain.flatMap((move) => {
    const step = steps.findLast((one) => one.version === version && (one.move === move || (move === 'sign' && one.move === 'schedule')))
    return step === undefined ? [] : [{ move, post: step.post, at: step.at }]
  })
}
