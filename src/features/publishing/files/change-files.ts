import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { officerMay, pseudonymOf, type Officer } from '../officer.ts'
import { documentContent, documentSubject, readLocked, type WholeDocument } from '../read-document.ts'

/** What every change of the files of a draft has in common: the document is locked, a draft, and the officer's to write; the change is recorded. */
export async function changeFiles<R extends string>(
  site: Site,
  officer: Officer,
  id: number,
  act: string,
  change: (db: Db, whole: WholeDocument) => Promise<R[]>,
): Promise<Outcome<void, R | 'not-a-draft'>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, id)
    if (whole === undefined) throw new NotFound(documentSubject(id))
    const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
    if (!officerMay(officer, 'documents.write', unitPath)) throw new NotAllowed('documents.write')
    if (whole.document.stage !== 'draft') return refused<R | 'not-a-draft'>('not-a-draft')
    const refusals = await change(db, whole)
    if (refusals.length > 0) return refused<R | 'not-a-draft'>(...refusals)
    const subject = documentSubject(id)
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act,
      subject,
      unitId: whole.document.unitId,
      content: await documentContent(db, id),
    })
    return done(undefined)
  })
}
