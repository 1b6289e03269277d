import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'

export interface Confirmation {
  on: Day | undefined
  /** By what means the applicant was reached: telephone, mail, in person. */
  how: string
}

export type ConfirmRefusal = 'day-missing' | 'how-missing' | 'not-waiting' | CaseRefusal

/** Notes on which day unit and applicant confirmed the receipt: that day is the day of receipt, and the clock starts. */
export async function confirmReceipt(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { on, how }: Confirmation,
): Promise<Outcome<StoredApplication, ConfirmRefusal>> {
  return changeCase<ConfirmRefusal>(site, officer, at, async (_, { application }) => {
    const refusals: ConfirmRefusal[] = [
      ...(on === undefined ? (['day-missing'] as const) : []),
      ...(how === '' ? (['how-missing'] as const) : []),
      ...(application.state === 'unconfirmed' ? [] : (['not-waiting'] as const)),
      ...(on !== undefined && on < application.arrivedOn ? (['confirmed-before-arrival'] as const) : []),
    ]
    if (on === undefined || refusals.length > 0) return refused(...refusals)
    return done({
      act: 'applications.confirm',
      events: [{ kind: 'confirmed', on, fields: {}, words: how }],
      handling: { confirmedOn: on },
      tells: 'received',
    })
  })
}

export interface ReceiptChange {
  arrivedOn: Day | undefined
  confirmedOn?: Day
  reason: string
}

export type ReceiptRefusal = 'day-missing' | 'reason-missing' | 'already-ended' | CaseRefusal

/** Corrects the day of receipt, with a reason that the record keeps; every date of the case is counted anew. */
export async function changeReceipt(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { arrivedOn, confirmedOn, reason }: ReceiptChange,
): Promise<Outcome<StoredApplication, ReceiptRefusal>> {
  return changeCase<ReceiptRefusal>(site, officer, at, async (_, { application }) => {
    const refusals: ReceiptRefusal[] = [
      ...(arrivedOn === undefined ? (['day-missing'] as const) : []),
      ...(reason === '' ? (['reason-missing'] as const) : []),
      ...(application.endedOn === undefined ? [] : (['already-ended'] as const)),
      ...([arrivedOn, confirmedOn].some((day) => day !== undefined && day > site.today()) ? (['after-today'] as const) : []),
    ]
    if (arrivedOn === undefined || refusals.length > 0) return refused(...refusals)
    const fields = { arrivedOn, ...(confirmedOn && { confirmedOn }) }
    return done({
      act: 'applications.change-receipt',
      events: [{ kind: 'receipt-changed', on: site.today(), fields, words: reason }],
      handling: { arrivedOn, confirmedOn },
      reason,
      tells: 'receipt-changed',
    })
  })
}
