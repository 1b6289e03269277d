import { addDays, addMonths } from '../../../kernel/day.ts'
import { done } from '../../../kernel/outcome.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { caseContent, caseSubject } from '../cases/case-content.ts'
import { clockRules } from '../load-rules.ts'
import { eraseApplicant, listErasedFiles, listToErase } from './queries.ts'

const monthsOfYear = 12
const daysOfRetry = 30

/**
 * Erases who asked in cases that ended longer ago than the pack says: seal, masks, hashes, files of proof. The register line, the decision
 * and the figures stay. Runs daily; each case is an act of its own with an entry in the record. Answers how many were erased.
 */
export async function erasePersons(site: Site): Promise<number> {
  const before = addMonths(site.today(), -clockRules().keepYears * monthsOfYear)
  const due = await listToErase(site.database.read, before)
  for (const one of due) {
    await site.database.transaction(async (db) => {
      await eraseApplicant(db, one.id, site.today(), site.now())
      await record(db, {
        ...{ at: site.now(), actor: 'system', act: 'applications.erase', subject: caseSubject(one.id), unitId: one.unitId },
        content: await caseContent(db, one.id),
      })
      return done(undefined)
    })
  }
  await forgetFiles(site)
  return due.length
}

/** Their bytes go after the rows: where the program was ended in between, on one of the next days. Sealed bytes belong to one case alone. */
async function forgetFiles(site: Site): Promise<void> {
  const store = filesOf(site.config)
  for (const sha256 of await listErasedFiles(site.database.read, addDays(site.today(), -daysOfRetry))) await store.remove(sha256)
}
