import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { exists, findUnit, findUnitByCode } from '../../organisations/index.ts'
import { officerMay, pseudonymOf, type Officer } from '../officer.ts'
import { documentContent, documentSubject, readLocked } from '../read-document.ts'
import { askRefusals, type AgreementKind, type AskRefusal } from './agreement.ts'
import { insertAgreement, listAgreements } from './queries.ts'

export interface AskRequest {
  kind: AgreementKind
  /** The unit's code. */
  unit: string
  reason: string
}

/** Asks another unit for its word: to issue the text together, or to confirm what concerns it. Gives the number of the request. */
export async function askAgreement(
  site: Site,
  officer: Officer,
  documentId: number,
  request: AskRequest,
): Promise<Outcome<number, AskRefusal>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, documentId)
    if (whole === undefined) throw new NotFound(documentSubject(documentId))
    const { document } = whole
    const unitPath = (await findUnit(db, document.unitId))?.path ?? ''
    const right = request.kind === 'co-issue' ? 'documents.write' : 'documents.ask'
    if (!officerMay(officer, right, unitPath)) throw new NotAllowed(right)
    const unit = await findUnitByCode(db, request.unit)
    const unitId = unit !== undefined && exists(unit, site.today()) ? unit.id : undefined
    const refusals = askRefusals(document, { ...request, unitId }, await listAgreements(db, [documentId]))
    if (refusals.length > 0 || unitId === undefined) return refused(...refusals)
    const asked = { documentId, unitId, kind: request.kind, reason: request.reason, askedBy: officer.personId, askedAt: site.now() }
    const id = await insertAgreement(db, asked)
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act: 'publishing.ask-unit',
      subject: documentSubject(documentId),
      unitId: document.unitId,
      content: await documentContent(db, documentId),
      reason: request.reason,
      details: { unit: request.unit, kind: request.kind },
    })
    return done(id)
  })
}
