import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { storedForm, type StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { listItems, saveItem } from '../cases/queries-items.ts'
import { closingLeaves } from '../handling/close-case.ts'
import type { LeafNeed } from '../law/leaf.ts'
import { clockRules } from '../load-rules.ts'
import { eraseApplicant } from '../persons/queries.ts'
import { missingForRecall, type RecallMissing } from './recall.ts'

/** Outcomes of another kind of closing: a notice was sent, and the applicant did not answer it. */
const lapses: readonly LeafNeed[] = ['supplement-lapsed', 'payment-lapsed']

/**
 * Takes an application back in the minutes after it was sent, while nobody has begun with it. Who asked is erased at once; the line in the
 * register stays, closed, and is counted under what the form has for anything else. Refused as `too-late`, `begun` or `ended`.
 */
export async function recallApplication(site: Site, at: CaseAt): Promise<Outcome<StoredApplication, RecallMissing | CaseRefusal>> {
  return changeCase<RecallMissing>(site, 'applicant', at, async (db, { application, events }) => {
    const missing = missingForRecall(application, events, site.now(), clockRules().recallMinutes)
    if (missing.length > 0) return refused(...missing)
    const leaf = closingLeaves(application).find(({ needs }) => !needs.some((need) => lapses.includes(need)))?.code ?? ''
    for (const item of await listItems(db, application.id)) await saveItem(db, { ...item, leaf })
    await eraseApplicant(db, application.id, site.today(), site.now())
    return done({
      act: 'applications.recall',
      events: [{ kind: 'recalled', on: site.today(), fields: {} }, storedForm({ kind: 'closed', on: site.today() })],
      handling: { leaf },
    })
  })
}
