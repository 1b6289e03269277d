import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Action } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { findTask } from '../../catalogue/index.ts'
import { officerMay, pseudonymOf, type Officer } from '../officer.ts'
import { documentContent, documentSubject, readLocked } from '../read-document.ts'
import { answerRefusals, type AgreementKind, type AnswerKind, type AnswerRefusal } from './agreement.ts'
import { findAgreement, insertAnswer } from './queries.ts'
import { readAgreements } from './read-agreements.ts'

export interface AnswerRequest {
  kind: AnswerKind
  words: string
  /** What was read: the fingerprint of the text, for a co-issuer with the units that issue it. */
  seen: string
  /** The unit's own task that the joint text fulfils. */
  taskId?: number
}

/** The right that an answer needs in the unit that was asked. */
export function rightToAnswer(agreement: AgreementKind, answer: AnswerKind): Action {
  if (answer === 'decide') return 'coordination.decide'
  return agreement === 'co-issue' ? 'documents.sign' : 'coordination.confirm'
}

/** A unit's word on exactly the text that it read; where it keeps silent or objects, the office's decision with its reason. */
export async function answerAgreement(
  site: Site,
  officer: Officer,
  id: number,
  request: AnswerRequest,
): Promise<Outcome<void, AnswerRefusal | 'not-its-task'>> {
  return site.database.transaction(async (db) => {
    const documentId = (await findAgreement(db, id))?.documentId
    const whole = documentId === undefined ? undefined : await readLocked(db, documentId)
    const agreement = whole && (await readAgreements(site, db, whole)).find((one) => one.id === id)
    if (whole === undefined || agreement === undefined) throw new NotFound(`publishing.agreement:${id}`)
    const right = rightToAnswer(agreement.kind, request.kind)
    if (!officerMay(officer, right, agreement.unit.path)) throw new NotAllowed(right)
    const situation = { ...agreement, stage: whole.document.stage, authors: whole.authors, today: site.today() }
    const refusals: (AnswerRefusal | 'not-its-task')[] = answerRefusals(situation, { ...request, byId: officer.personId })
    const task = request.taskId === undefined ? undefined : await findTask(db, request.taskId)
    if (request.taskId !== undefined && task?.unitId !== agreement.unitId) refusals.push('not-its-task')
    if (refusals.length > 0) return refused(...refusals)
    const { kind, words } = request
    const answer = { kind, words, seenHash: agreement.seenHash, byId: officer.personId, at: site.now() }
    await insertAnswer(db, id, answer, kind === 'agree' ? request.taskId : undefined)
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act: 'publishing.answer-unit',
      subject: documentSubject(whole.document.id),
      unitId: whole.document.unitId,
      content: await documentContent(db, whole.document.id),
      reason: words,
      details: { unit: agreement.unit.code, answer: kind },
    })
    return done(undefined)
  })
}
