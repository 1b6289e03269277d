import { addMonths } from '../../../kernel/day.ts'
import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { releaseRules } from '../load-release-rules.ts'
import { officerMay, pseudonymOf, type Officer } from '../officer.ts'
import { insertVersion, saveDocument } from '../queries.ts'
import { documentContent, documentSubject, readLocked, type WholeDocument } from '../read-document.ts'
import { insertReassessment } from './queries.ts'
import { readKept, type KeptDocument } from './read-kept.ts'
import { reassessRefusals, type Reassessment, type ReassessRefusal, type ReassessRequest } from './reassessment.ts'

/**
 * Assesses again what is kept from the public: it stays so with its ground and reason, its classification is extended or lifted, or it can
 * be released, which begins a draft for the public that goes through all hands.
 */
export async function reassessDocument(
  site: Site,
  officer: Officer,
  id: number,
  request: ReassessRequest,
): Promise<Outcome<void, ReassessRefusal>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, id)
    if (whole === undefined) throw new NotFound(documentSubject(id))
    const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
    if (!officerMay(officer, 'documents.reassess', unitPath)) throw new NotAllowed('documents.reassess')
    const kept = await readKept(db, whole.document)
    const refusals = reassessRefusals(kept, request, site.today(), kept && longestUntil(site, kept))
    if (refusals.length > 0 || request.outcome === '') return refused(...refusals)
    const { ground, reason, untilOn } = request
    const assessed: Reassessment = {
      ...{ outcome: request.outcome, ground, reason, byId: officer.personId, at: site.now() },
      ...(request.outcome === 'extend' && untilOn !== undefined ? { untilOn } : {}),
    }
    await insertReassessment(db, id, assessed)
    if (assessed.outcome === 'publish') await beginForPublic(site, db, officer, whole)
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act: 'publishing.reassess',
      subject: documentSubject(id),
      unitId: whole.document.unitId,
      content: await documentContent(db, id),
      reason,
      details: { outcome: assessed.outcome },
    })
    return done(undefined)
  })
}

function longestUntil(site: Site, { level }: KeptDocument) {
  return level === undefined ? undefined : addMonths(site.today(), 12 * releaseRules.classification.longestYears[level])
}

async function beginForPublic(site: Site, db: Db, officer: Officer, whole: WholeDocument): Promise<void> {
  const number = whole.lastVersion + 1
  const open = { attribute: 'proactive', ground: '', groundReason: '' } as const
  await insertVersion(db, whole.document.id, { ...whole.version, ...open, number, savedBy: officer.personId, savedAt: site.now() })
  await saveDocument(db, { ...whole.document, stage: 'draft', currentVersion: number })
}
