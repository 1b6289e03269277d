import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { officerMay, pseudonymOf, type Officer } from '../officer.ts'
import { documentContent, documentSubject, readLocked } from '../read-document.ts'
import { mayAskAt } from './agreement.ts'
import { listAgreements, saveTakenBack } from './queries.ts'

/**
 * Takes a co-issuer off a draft. A unit that a text concerns is not taken off by those who asked it: that would be a way around its word;
 * the office decides there.
 */
export async function takeBackAgreement(
  site: Site,
  officer: Officer,
  documentId: number,
  id: number,
): Promise<Outcome<void, 'wrong-stage' | 'not-to-take-back'>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, documentId)
    const agreement = (await listAgreements(db, [documentId])).find((one) => one.id === id)
    if (whole === undefined || agreement === undefined) throw new NotFound(`publishing.agreement:${id}`)
    const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
    if (!officerMay(officer, 'documents.write', unitPath)) throw new NotAllowed('documents.write')
    if (agreement.kind === 'concern') return refused<'not-to-take-back'>('not-to-take-back')
    if (!mayAskAt(agreement.kind, whole.document.stage)) return refused<'wrong-stage'>('wrong-stage')
    await saveTakenBack(db, id, site.now())
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act: 'publishing.take-back-unit',
      subject: documentSubject(documentId),
      unitId: whole.document.unitId,
      content: await documentContent(db, documentId),
    })
    return done(undefined)
  })
}
