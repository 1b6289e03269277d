import { asDay, lastDayOfMonth, monthOf, type Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { livingEvents, storedForm, type StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { listItems } from '../cases/queries-items.ts'
import { feeFor, mostUnits, type FeeLaw, type FeeRefusal } from '../law/fee.ts'
import { feeLaw } from '../load-fees.ts'
import { countItemsBefore, saveFee, savePaid } from './queries.ts'

export interface FeeNotice {
  basis: string
  /** Of a fee by pages. */
  pages: number
  howToPay: string
  sentOn: Day | undefined
  receivedOn?: Day
}

export type NoticeRefusal =
  'basis-missing' | 'pages-missing' | 'how-missing' | 'day-missing' | 'not-running' | 'noticed-before' | FeeRefusal | CaseRefusal

/**
 * Tells the applicant of an information-handling fee, by item or by page, never both; only where the city charges at all (FEE-20). The
 * count stops, and begins anew when all is paid. `law` is the pack's unless told.
 */
export async function noticeFee(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { basis, pages, howToPay, sentOn, receivedOn }: FeeNotice,
  law: FeeLaw = feeLaw,
): Promise<Outcome<StoredApplication, NoticeRefusal>> {
  return changeCase<NoticeRefusal>(site, officer, at, async (db, { application, clock, events }) => {
    const month = monthOf(application.receivedOn ?? application.arrivedOn)
    const itemsBefore = await countItemsBefore(db, application.id, asDay(`${month}-01`), lastDayOfMonth(month))
    const items = (await listItems(db, application.id)).length
    const isCount = Number.isInteger(pages) && pages > 0 && pages <= mostUnits
    const fee =
      basis === 'items'
        ? feeFor({ kind: 'item', itemsBefore, items }, law, sentOn ?? site.today())
        : feeFor({ kind: 'page', pages: isCount ? pages : 0 }, law, sentOn ?? site.today())
    const refusals: NoticeRefusal[] = [
      ...(basis === 'items' || basis === 'pages' ? [] : (['basis-missing'] as const)),
      ...(basis === 'pages' && !isCount ? (['pages-missing'] as const) : []),
      ...(howToPay === '' ? (['how-missing'] as const) : []),
      ...(sentOn === undefined ? (['day-missing'] as const) : []),
      ...(clock.state === 'running' ? [] : (['not-running'] as const)),
      ...(livingEvents(events).some((event) => event.kind === 'fee-noticed') ? (['noticed-before'] as const) : []),
      ...(fee.ok ? [] : fee.refusals),
    ]
    if (sentOn === undefined || !fee.ok || refusals.length > 0) return refused(...refusals)
    const units = basis === 'items' ? items : pages
    await saveFee(db, application.id, {
      ...{ basis: basis === 'items' ? 'items' : 'pages', units, beforeUnits: basis === 'items' ? itemsBefore : 0 },
      ...{ amountYuan: fee.value.yuan, howToPay, paidReference: '' },
    })
    const event = storedForm({ kind: 'fee-noticed', sentOn, ...(receivedOn && { receivedOn }) }, officer.personId, howToPay)
    return done({ act: 'applications.notice-fee', events: [event], tells: 'fee' })
  })
}

export type PaidRefusal = 'reference-missing' | 'day-missing' | 'not-noticed' | CaseRefusal

/** Notes that the fee was paid in full: the count begins anew on the day after. */
export async function takePayment(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { on, reference }: { on: Day | undefined; reference: string },
): Promise<Outcome<StoredApplication, PaidRefusal>> {
  return changeCase<PaidRefusal>(site, officer, at, async (db, { application, clock }) => {
    const refusals: PaidRefusal[] = [
      ...(reference === '' ? (['reference-missing'] as const) : []),
      ...(on === undefined ? (['day-missing'] as const) : []),
      ...(clock.state === 'awaiting-payment' ? [] : (['not-noticed'] as const)),
    ]
    if (on === undefined || refusals.length > 0) return refused(...refusals)
    await savePaid(db, application.id, reference)
    return done({ act: 'applications.pay', events: [storedForm({ kind: 'fee-paid', on }, officer.personId, reference)], tells: 'paid' })
  })
}
