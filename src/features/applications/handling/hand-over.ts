import { randomUUID } from 'node:crypto'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { livingEvents, type StoredApplication } from '../cases/application.ts'
import { leavesOf } from '../cases/leaves-of.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { listItems, saveItem, type StoredItem } from '../cases/queries-items.ts'
import { findSealed } from '../cases/queries.ts'
import { openApplicant } from '../cases/seal-applicant.ts'
import { openCase, type OpenRefusal } from '../intake/open-case.ts'
import { findTaker } from '../intake/find-taker.ts'
import { voidLetters } from '../replying/void-letters.ts'

export type HandOverRefusal =
  'unit-missing' | 'reason-missing' | 'handed-over-before' | 'nothing-to-hand-over' | 'not-running' | 'erased' | OpenRefusal | CaseRefusal

/**
 * Enters what nothing is decided about yet in the register of the unit that holds it, as arriving there today: both sides know of it
 * (OGI-2019 art. 36(5) asks only for the pointer). Our own case goes on and still owes its reply, for which the items point to that unit.
 * Once for a case; refused for a unit that takes no applications.
 */
export async function handOver(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { unit: code, reason }: { unit: string; reason: string },
): Promise<Outcome<StoredApplication, HandOverRefusal>> {
  return changeCase<HandOverRefusal>(site, officer, at, async (db, { application, clock, events, unit: own }) => {
    const found = await findTaker(db, code, site.today())
    const taker = found?.unit.id === own.id ? undefined : found
    const sealed = await findSealed(db, application.id)
    const open = (await listItems(db, application.id)).filter((item) => item.leaf === '')
    const leaf = leavesOf(application).find((one) => one.pointer?.kind === 'competent-body')
    const isHanded = livingEvents(events).some((event) => event.kind === 'handed-over' && event.fields['to'] !== undefined)
    const refusals: HandOverRefusal[] = [
      ...(taker === undefined ? (['unit-missing'] as const) : []),
      ...(reason === '' ? (['reason-missing'] as const) : []),
      ...(isHanded ? (['handed-over-before'] as const) : []),
      ...(open.length > 0 ? [] : (['nothing-to-hand-over'] as const)),
      ...(clock.state === 'running' ? [] : (['not-running'] as const)),
      ...(sealed === undefined ? (['erased'] as const) : []),
    ]
    if (taker === undefined || sealed === undefined || leaf === undefined || refusals.length > 0) return refused(...refusals)
    const applicant = openApplicant(site, application.ref, sealed.sealed)
    const opened = await openCase(site, db, officer, taker, {
      ...{ wish: wishOf(application, open), applicant, channel: 'online', arrivedOn: site.today(), confirmedOn: site.today() },
      ...{ isMailed: application.isMailed, language: application.language, formKey: at.once ?? randomUUID() },
      cameFrom: { unit: own.code, number: application.number },
    })
    if (!opened.ok) return opened
    const { unit } = taker
    const pointer = pointerTo(site, unit, opened.value.number)
    for (const item of open) await saveItem(db, { ...item, leaf: leaf.code, facts: reason, pointer })
    await voidLetters(site, db, officer, application.id)
    const event = { kind: 'handed-over', on: site.today(), fields: { to: unit.code, case: opened.value.number }, words: reason } as const
    return done({ act: 'applications.hand-over', events: [event], reason })
  })
}

function wishOf(application: StoredApplication, items: readonly StoredItem[]) {
  const { kind, wanted, documentHint, reason, formWanted: form, wayWanted: way } = application
  return { kind, wanted, documentHint, reason, form, way, items: items.map((item) => item.words) }
}

/** Who holds it, how to reach them, and under which number it was entered there: Chinese, as the reply is. */
function pointerTo(site: Site, { nameZh, addressZh: address, telephone }: Unit, number: string): string {
  const t = site.words.zh
  const parts = [
    nameZh,
    ...(address === '' ? [] : [t('applications.handling.transfer.address', { address })]),
    ...(telephone === '' ? [] : [t('applications.handling.transfer.telephone', { telephone })]),
    t('applications.handling.transfer.number', { number }),
  ]
  return parts.join('；')
}
