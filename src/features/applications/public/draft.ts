import type { Applicant } from '../cases/applicant.ts'
import { mostItems, splitMatters, type Wish, type WantedForm, type WantedWay } from '../cases/wish.ts'
import type { ApplicantKind, IdentityKind } from '../law/kind.ts'

/** All that somebody has typed so far: every screen carries all of it, so that nothing is lost on the way and nothing stands in an address. */
export interface Draft {
  wish: Wish
  applicant: Applicant
  isMailed: boolean
  /** The text out of which the items were made: another text is split anew. */
  splitOf: string
}

/** One field of a form by its name; '' when it did not come. */
export type Typed = (name: string) => string

/** What somebody begins with. */
export const blankDraft: Draft = {
  wish: { kind: 'information', wanted: '', documentHint: '', reason: '', form: 'electronic', way: 'online', items: [] },
  applicant: {
    ...{ kind: '' as ApplicantKind, name: '', identityKind: '' as IdentityKind, identityNumber: '', phone: '', email: '', address: '' },
    ...{ contactName: '', agentName: '', agentIdentityNumber: '' },
  },
  isMailed: false,
  splitOf: '',
}

const itemNames = Array.from({ length: mostItems }, (_, at) => `item-${at + 1}`)

/** Reads a draft out of a form. What is no known choice is kept as it came: the decision refuses it. */
export function draftOf(typed: Typed): Draft {
  const text = (name: string): string => typed(name).trim()
  const wanted = text('wanted')
  const splitOf = text('split')
  const typedItems = itemNames.map(text).filter((item) => item !== '')
  const items = splitOf === wanted && typedItems.length > 0 ? typedItems : mattersOf(wanted)
  const kind = text('kind') === 'correction' ? 'correction' : 'information'
  return {
    wish: {
      ...{ kind, wanted, documentHint: text('hint'), reason: kind === 'correction' ? text('reason') : '', items },
      ...{ form: text('form') as WantedForm, way: text('way') as WantedWay },
    },
    applicant: {
      ...{ kind: text('who') as ApplicantKind, name: text('name'), identityKind: text('paper') as IdentityKind },
      ...{ identityNumber: text('paper-number'), phone: text('phone'), email: text('email'), address: text('address') },
      ...{ contactName: text('contact'), agentName: text('agent'), agentIdentityNumber: text('agent-number') },
    },
    isMailed: text('mailed') === 'yes',
    splitOf: wanted,
  }
}

/** The several things that a text asks for; none where it is one. */
function mattersOf(wanted: string): string[] {
  const matters = splitMatters(wanted)
  return matters.length > 1 ? matters : []
}

/** The draft as fields of a form, by name; the reverse of `draftOf`. */
export function fieldsOf({ wish, applicant, isMailed, splitOf }: Draft): Record<string, string> {
  return {
    ...{ kind: wish.kind, wanted: wish.wanted, hint: wish.documentHint, reason: wish.reason, form: wish.form, way: wish.way },
    split: splitOf,
    ...Object.fromEntries(wish.items.map((item, at) => [`item-${at + 1}`, item])),
    ...{ who: applicant.kind, name: applicant.name, paper: applicant.identityKind, 'paper-number': applicant.identityNumber },
    ...{ phone: applicant.phone, email: applicant.email, address: applicant.address, contact: applicant.contactName },
    ...{ agent: applicant.agentName, 'agent-number': applicant.agentIdentityNumber },
    mailed: isMailed ? 'yes' : '',
  }
}
