import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { leavesOf } from '../cases/leaves-of.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { listItems, saveItem, type StoredItem } from '../cases/queries-items.ts'
import { voidLetters } from './void-letters.ts'

export type DecisionText = Omit<StoredItem, 'id' | 'position' | 'words'>

export type DecideRefusal = 'item-missing' | 'leaf-missing' | 'withheld-unknown' | 'not-running' | CaseRefusal

/**
 * Writes down what is decided about one requested item; it may be incomplete, which the reply is told before it goes on. A letter that
 * was on its way goes back to its writer: what it said is no longer what is decided.
 */
export async function decideItem(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { itemId, ...text }: DecisionText & { itemId: number },
): Promise<Outcome<StoredApplication, DecideRefusal>> {
  return changeCase<DecideRefusal>(site, officer, at, async (db, { application, clock }) => {
    const item = (await listItems(db, application.id)).find((one) => one.id === itemId)
    const known = leavesOf(application)
    const isKnown = (code: string): boolean => known.some((leaf) => leaf.code === code)
    const refusals: DecideRefusal[] = [
      ...(item === undefined ? (['item-missing'] as const) : []),
      ...(isKnown(text.leaf) ? [] : (['leaf-missing'] as const)),
      ...(text.withheld.every(isKnown) ? [] : (['withheld-unknown'] as const)),
      ...(clock.endedOn === undefined ? [] : (['not-running'] as const)),
    ]
    if (item === undefined || refusals.length > 0) return refused(...refusals)
    await saveItem(db, { ...item, ...text })
    await voidLetters(site, db, officer, application.id)
    const fields = { item: String(item.position), leaf: text.leaf }
    return done({ act: 'applications.decide', events: [{ kind: 'decided', on: site.today(), fields }] })
  })
}
