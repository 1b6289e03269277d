import type { CaseClock } from '../../../kernel/case/clock.ts'
import type { CaseEdition } from '../../../kernel/case/edition.ts'
import { livingEvents, partyOf, type StoredApplication, type StoredEvent } from '../cases/application.ts'
import type { Consultation } from '../consulting/queries.ts'
import type { StoredFee } from '../fees/queries.ts'
import { leafByCode, type Outcomes } from '../law/leaf.ts'
import { basisOn, type LetterFacts, type LetterKind, type Letters } from '../law/letter.ts'

/** An act of which a letter tells, and whom: everything besides the reply that the law wants in writing. */
export interface Notice {
  event: StoredEvent
  kind: LetterKind
  isToApplicant: boolean
}

const kinds: Partial<Record<StoredEvent['kind'], LetterKind>> = {
  'clarification-asked': 'clarification',
  extended: 'extension',
  'fee-noticed': 'fee',
  'reasons-asked': 'reasons',
  'date-set': 'date-set',
  'override-decided': 'override',
}

/**
 * The letters that go with what happened in a case, in the order in which it was entered. What was struck has none, nor has what the
 * law of the day of receipt knows no letter for.
 */
export function noticesOf(
  { letters, outcomes }: { letters: Letters; outcomes: Outcomes },
  { application, events }: { application: StoredApplication; events: readonly StoredEvent[] },
): Notice[] {
  return livingEvents(events).flatMap((event): Notice[] => {
    const kind = kinds[event.kind] ?? otherKindOf(event, outcomes, application.leaf)
    if (kind === undefined) return []
    const text = letters.kinds[kind]
    if (basisOn(text, application.receivedOn ?? application.arrivedOn) === undefined) return []
    return [{ event, kind, isToApplicant: text.to === 'applicant' }]
  })
}

/** Where more than the kind of the event decides: whose opinion is asked, and for want of what a case ended. */
function otherKindOf(event: StoredEvent, outcomes: Outcomes, leaf: string): LetterKind | undefined {
  if (event.kind === 'consultation-sent') return partyOf(event)
  return event.kind === 'closed' ? lapsed(outcomes, leaf) : undefined
}

function lapsed(outcomes: Outcomes, code: string): LetterKind | undefined {
  const needs = leafByCode(outcomes, code)?.needs ?? []
  if (needs.includes('supplement-lapsed')) return 'abandoned-supplement'
  return needs.includes('payment-lapsed') ? 'abandoned-payment' : undefined
}

/** What a notice says besides what every letter of the case says. `asOf`: the clock as it stood once the act was entered. */
export interface NoticeSituation {
  asOf: CaseClock
  edition: CaseEdition
  events: readonly StoredEvent[]
  fee: StoredFee | undefined
  consultation: Consultation | undefined
  /** Where an answer is to be sent. */
  returnTo: string
  /** Words that a template fills with them. */
  words: NoticeWords
}

export interface NoticeWords {
  /** By when a fee is to be paid while nobody knows when its notice will arrive. */
  payWithin(days: number): string
  /** How a fee was reckoned. */
  standard(fee: StoredFee): string
}

/** The facts of a notice, by the placeholders of its letter; '' for what is not known, so that the letter is refused. */
export function noticeFacts({ event, kind }: Notice, of: NoticeSituation): LetterFacts {
  const { asOf, edition, fee, consultation, returnTo, words } = of
  const noticed = (what: StoredEvent['kind']) => livingEvents(of.events).findLast((one) => one.kind === what)
  switch (kind) {
    case 'clarification':
      return { unclear: event.words, answerBy: event.fields['answerBy'] ?? '', returnTo }
    case 'extension':
      return { reason: event.words, baseDueOn: asOf.baseDueOn ?? '', dueOn: asOf.dueOn ?? '' }
    case 'reasons':
      return { counted: event.words, returnTo }
    case 'date-set':
      return { dueOn: event.fields['dueOn'] ?? '' }
    case 'fee':
      return {
        ...{ yuan: fee === undefined ? '' : String(fee.amountYuan), standard: fee === undefined ? '' : words.standard(fee) },
        ...{ payBy: asOf.payBy ?? words.payWithin(edition.fee?.payment.term.days ?? 0), payTo: fee?.howToPay ?? '' },
      }
    case 'third-party':
    case 'co-agency': {
      const days = edition.consultation[kind].answer?.term.days
      return { concerned: event.words, returnTo, ...(days !== undefined && { answerDays: String(days) }) }
    }
    case 'override':
      return { concerned: consultation?.asked ?? '', reasons: event.words }
    case 'abandoned-supplement': {
      const asked = noticed('clarification-asked')
      return { noticedOn: asked?.on ?? '', answerBy: asked?.fields['answerBy'] ?? '' }
    }
    case 'abandoned-payment': {
      const asked = noticed('fee-noticed')
      return { noticedOn: asked?.fields['receivedOn'] ?? asked?.on ?? '', payBy: asOf.payBy ?? '' }
    }
    default:
      return {}
  }
}
