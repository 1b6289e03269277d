import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { officerMay, pseudonymOf, type Officer } from '../officer.ts'
import { batchContent, batchSubject, decideOn, type Batch, type DecisionRefusal } from './batch.ts'
import { countPages, lockBatch, saveDecision } from './queries.ts'

/** The office's one decision on an import: its clean pages enter, or none does. The reason stays on the record. */
export async function decideBatch(
  site: Site,
  officer: Officer,
  id: number,
  request: { decision: string; reason: string },
): Promise<Outcome<Batch, DecisionRefusal>> {
  return site.database.transaction(async (db) => {
    const batch = await lockBatch(db, id)
    if (batch === undefined) throw new NotFound(batchSubject(id))
    const unit = await findUnit(db, batch.unitId)
    if (!officerMay(officer, 'imports.decide', unit?.path ?? '')) throw new NotAllowed('imports.decide')
    const { clean } = await countPages(db, id)
    const outcome = decideOn(batch, request, { by: officer.personId, at: site.now(), clean })
    if (!outcome.ok) return outcome
    await saveDecision(db, outcome.value)
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act: 'publishing.decide-import',
      subject: batchSubject(id),
      unitId: batch.unitId,
      content: batchContent(outcome.value),
      reason: request.reason.trim(),
      details: { decision: request.decision },
    })
    if (outcome.value.decision === 'enter') await enqueue(db, 'publishing.enter-batch', { batchId: id }, { key: String(id) })
    return outcome
  })
}
