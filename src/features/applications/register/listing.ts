import { receiptChannels, type ReceiptChannel } from '../../../kernel/case/event.ts'
import { addDays, weekdayOf, type Day } from '../../../kernel/day.ts'
import { asApplicantKind, type ApplicantKind } from '../law/kind.ts'

/** The parts of a register that somebody looks at. `waiting`: for the applicant; `consulting`: for whoever was asked. */
export const registerViews = ['mine', 'open', 'week', 'overdue', 'waiting', 'consulting', 'unconfirmed', 'ended', 'all'] as const
export type RegisterView = (typeof registerViews)[number]

export const timings = ['in-time', 'late'] as const
export type Timing = (typeof timings)[number]

/** Which cases a list holds, as its address says it. Whatever is empty is not asked for. */
export interface Listing {
  view: RegisterView
  /** The code of a unit. */
  unit: string
  channel: ReceiptChannel | ''
  kind: ApplicantKind | ''
  /** A leaf of the statutory table. */
  leaf: string
  /** The year in the number. */
  year: string
  /** The year in which a case ended. */
  ended: string
  timing: Timing | ''
  /** Only those whose term was extended. */
  extended: 'yes' | ''
  /** A number, or words of what is asked for. */
  text: string
}

/** Words are looked for in so many cases of a list at once, so that a search stays quick in a register of a million. */
export const mostSearched = 20_000
const longestText = 100
const longestCode = 60

/** What an address asks for; anything that means nothing is left out. `otherwise` is the view where none is named. */
export function listingFrom(query: Record<string, string>, otherwise: RegisterView = 'open'): Listing {
  const year = (name: string): string => (/^(19|20|21)\d\d$/.test(query[name] ?? '') ? (query[name] ?? '') : '')
  return {
    view: registerViews.find((one) => one === query['view']) ?? otherwise,
    unit: (query['unit'] ?? '').slice(0, longestCode),
    channel: receiptChannels.find((one) => one === query['channel']) ?? '',
    kind: asApplicantKind(query['kind'] ?? '') ?? '',
    leaf: /^[A-Z]\d$/.test(query['leaf'] ?? '') ? (query['leaf'] ?? '') : '',
    ...{ year: year('year'), ended: year('ended') },
    timing: timings.find((one) => one === query['timing']) ?? '',
    extended: query['extended'] === 'yes' ? 'yes' : '',
    text: (query['text'] ?? '').trim().slice(0, longestText),
  }
}

/** The same as a query: `view=open&unit=safety`, without what is empty. */
export function queryOf(listing: Partial<Listing>, more: Record<string, string> = {}): string {
  const filled = Object.entries({ ...listing, ...more }).filter(([, value]) => value !== '')
  return new URLSearchParams(filled).toString()
}

/** How many filters are set besides the view. */
export function filtersSet(listing: Listing): number {
  return Object.entries(listing).filter(([name, value]) => name !== 'view' && value !== '').length
}

/** Open cases stand by the day that decides; a register that holds ended ones stands by number, the newest first. */
export function orderOf(view: RegisterView): 'due' | 'number' {
  return view === 'ended' || view === 'all' ? 'number' : 'due'
}

/** Where a list goes on: behind this due day (undefined: none is set) or number. */
export type CaseKey =
  { order: 'due'; dueOn: string | undefined; id: number } | { order: 'number'; year: number; serial: number; id: number }

/** A key as an address carries it. */
export function writeKey(key: CaseKey): string {
  return key.order === 'due' ? `${key.dueOn ?? 'none'}.${key.id}` : `${key.year}.${key.serial}.${key.id}`
}

/** Reads a key; undefined for anything that is not one of this order. */
export function readKey(text: string, order: CaseKey['order']): CaseKey | undefined {
  const due = /^(none|\d{4}-[01]\d-[0-3]\d)\.(\d{1,15})$/.exec(text)
  const number = /^(\d{4})\.(\d{1,9})\.(\d{1,15})$/.exec(text)
  if (order === 'due') return due ? { order, dueOn: due[1] === 'none' ? undefined : due[1], id: Number(due[2]) } : undefined
  return number ? { order, year: Number(number[1]), serial: Number(number[2]), id: Number(number[3]) } : undefined
}

/** The Sunday that ends the week of a day. */
export function weekEnd(day: Day): Day {
  return addDays(day, 7 - weekdayOf(day))
}

/** Does a text look like (the beginning of) a number of a register: `safety-2026-` or `safety-2026-0012`? */
export function isNumberLike(text: string): boolean {
  return /^[\w-]+-\d{4}(-\d*)?$/.test(text)
}
