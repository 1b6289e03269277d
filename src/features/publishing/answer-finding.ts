import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { findUnit } from '../organisations/index.ts'
import { examine } from './examine-document.ts'
import { examineFiles } from './files/examine-files.ts'
import { officerMay, pseudonymOf, type Officer } from './officer.ts'
import { saveAnswer } from './queries-chain.ts'
import { documentContent, documentSubject, readLocked } from './read-document.ts'

export type AnswerRefusal = 'words-missing' | 'no-such-finding' | 'must-be-mended'

/** Answers a finding: why the passage is right as it stands. A finding that blocks cannot be answered, only mended. */
export async function answerFinding(
  site: Site,
  officer: Officer,
  id: number,
  answer: { check: string; passageHash: string; words: string },
): Promise<Outcome<void, AnswerRefusal>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, id)
    if (whole === undefined) throw new NotFound(documentSubject(id))
    const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
    if (!officerMay(officer, 'documents.write', unitPath)) throw new NotAllowed('documents.write')
    const inText = await examine(site, db, whole.document, whole.version)
    const inFiles = (await examineFiles(db, id, whole.files)).flatMap((one) => one.findings)
    const finding =
      inText.find((one) => one.check === answer.check && one.passageHash === answer.passageHash) ??
      inFiles.find((one) => one.answerCheck === answer.check && one.passageHash === answer.passageHash)
    const refusals: AnswerRefusal[] = []
    if (answer.words.trim() === '') refusals.push('words-missing')
    if (finding === undefined) refusals.push('no-such-finding')
    else if (finding.weight === 'block') refusals.push('must-be-mended')
    if (refusals.length > 0) return refused(...refusals)
    await saveAnswer(db, id, { ...answer, byId: officer.personId, at: site.now() })
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act: 'publishing.answer',
      subject: documentSubject(id),
      unitId: whole.document.unitId,
      content: await documentContent(db, id),
      reason: answer.words,
      details: { check: answer.check },
    })
    return done(undefined)
  })
}
