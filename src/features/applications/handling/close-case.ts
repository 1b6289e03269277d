import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { clockEvents, storedForm, type StoredApplication } from '../cases/application.ts'
import { leavesOf } from '../cases/leaves-of.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { listItems, saveItem } from '../cases/queries-items.ts'

export type CloseRefusal = 'leaf-missing' | 'not-lapsed' | 'words-missing' | 'ended' | CaseRefusal

/**
 * Closes a case without a reply: the applicant did not supplement in time, did not pay in time, took the request back, or what the form
 * counts as other. The first two only after the applicant's last day (OGI-2019 art. 30, FEE-20).
 */
export async function closeCase(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { leaf, words }: { leaf: string; words: string },
): Promise<Outcome<StoredApplication, CloseRefusal>> {
  return changeCase<CloseRefusal>(site, officer, at, async (db, { application, clock, events }) => {
    const known = closingLeaves(application).find((one) => one.code === leaf)
    const last = clock.supplementBy ?? clock.payBy
    const kinds = new Set(clockEvents(events).map((event) => event.kind))
    const needsNotice = known?.needs.includes('supplement-lapsed')
      ? 'clarification-asked'
      : known?.needs.includes('payment-lapsed')
        ? 'fee-noticed'
        : undefined
    const isLapsed = needsNotice === undefined || (kinds.has(needsNotice) && last !== undefined && last < site.today())
    const refusals: CloseRefusal[] = [
      ...(known === undefined ? (['leaf-missing'] as const) : []),
      ...(words === '' ? (['words-missing'] as const) : []),
      ...(isLapsed ? [] : (['not-lapsed'] as const)),
      ...(application.endedOn === undefined ? [] : (['ended'] as const)),
    ]
    if (known === undefined || refusals.length > 0) return refused(...refusals)
    for (const item of await listItems(db, application.id)) await saveItem(db, { ...item, leaf: known.code, ground: words })
    return done({
      act: 'applications.close',
      events: [storedForm({ kind: 'closed', on: site.today() }, officer.personId, words)],
      handling: { leaf: known.code },
      reason: words,
      tells: 'closed',
    })
  })
}

/** The outcomes that end a case without a reply, under the form of its day of receipt. */
export function closingLeaves(application: Pick<StoredApplication, 'kind' | 'receivedOn' | 'arrivedOn'>) {
  return leavesOf(application).filter((leaf) => leaf.group === 'other')
}
