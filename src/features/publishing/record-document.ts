import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { pseudonymOf, type Officer } from './officer.ts'
import type { StoredDocument } from './queries.ts'
import { documentContent, documentSubject } from './read-document.ts'

/** Records an act on a document with its reason, after its last write. */
export async function recordDocument(
  site: Site,
  db: Db,
  officer: Officer,
  document: Pick<StoredDocument, 'id' | 'unitId'>,
  { act, reason }: { act: string; reason: string },
): Promise<void> {
  await record(db, {
    at: site.now(),
    actor: pseudonymOf(officer),
    act,
    subject: documentSubject(document.id),
    unitId: document.unitId,
    content: await documentContent(db, document.id),
    reason,
  })
}
