import type { Day } from '../../../kernel/day.ts'

/** A number that somebody vouches for, because no record shows it. */
export interface Entry {
  id: number
  unitId: number
  /** The code of a figure, or the address of a cell of a report. */
  figure: string
  from: Day
  until: Day
  value: number
  /** The source says "over": it is at least this. */
  isAtLeast: boolean
  /** What shows it: a sheet, a receipt, a letter. */
  evidence: string
  enteredBy: number
  enteredAt: Date
  struckBy?: number | undefined
  struckAt?: Date | undefined
}

export type EntryRefusal =
  | 'unit-missing'
  | 'figure-unknown'
  | 'period-wrong'
  | 'period-to-come'
  | 'value-wrong'
  | 'value-not-whole'
  | 'evidence-missing'
  | 'evidence-long'

/** The field that mends a refusal. */
export const fieldOfEntry = {
  ...{ 'unit-missing': 'unit', 'figure-unknown': 'figure', 'period-wrong': 'period', 'period-to-come': 'period' },
  ...{ 'value-wrong': 'value', 'value-not-whole': 'value', 'evidence-missing': 'evidence', 'evidence-long': 'evidence' },
} as const satisfies Record<EntryRefusal, string>

export const longestEvidence = 500

/** What was typed into the form of a number. */
export interface TypedEntry {
  value: string
  evidence: string
}

/**
 * Reads a number as people type it: `1,204`, `１２０４`, `3.5`; undefined for anything else. Nothing is counted below zero; a change, as more
 * or fewer than the year before, may be (`isSigned`): `-3`, `−3`, `+2`.
 */
export function numberIn(text: string, isSigned = false): number | undefined {
  const typed = text.trim()
  const [sign = ''] = isSigned ? (/^[-−－+＋]/.exec(typed) ?? []) : []
  const plain = typed
    .slice(sign.length)
    .replace(/[０-９．，]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/^\d{1,3}(,\d{3})+(?=\.|$)/, (whole) => whole.replaceAll(',', ''))
  if (!/^\d{1,12}(\.\d{1,4})?$/.test(plain)) return undefined
  return /[-−－]/.test(sign) && Number(plain) !== 0 ? -Number(plain) : Number(plain)
}

/** Why a number cannot be entered; `decimals`: how many digits it may have behind the point; `isSigned`: it may be below zero. */
export function entryRefusals(
  typed: TypedEntry,
  span: { from: Day } | undefined,
  today: Day,
  { decimals, isSigned }: { decimals: number; isSigned?: boolean },
): EntryRefusal[] {
  const refusals: EntryRefusal[] = []
  const value = numberIn(typed.value, isSigned)
  if (span === undefined) refusals.push('period-wrong')
  else if (span.from > today) refusals.push('period-to-come')
  if (value === undefined) refusals.push('value-wrong')
  else if ((String(value).split('.')[1] ?? '').length > decimals) refusals.push('value-not-whole')
  if (typed.evidence.trim() === '') refusals.push('evidence-missing')
  if (typed.evidence.length > longestEvidence) refusals.push('evidence-long')
  return refusals
}

/**
 * What the entries of some units come to over a span: their sum, without those that lie within the span of another of the same unit (the
 * year says already what its quarters say). Undefined where there is none.
 */
export function sumOfEntries(entries: readonly Entry[]): { value: number; isAtLeast: boolean; entries: Entry[] } | undefined {
  const isWithin = (one: Entry, other: Entry): boolean =>
    one !== other && one.unitId === other.unitId && other.from <= one.from && one.until <= other.until && span(other) > span(one)
  const counted = entries.filter((one) => !entries.some((other) => isWithin(one, other)))
  if (counted.length === 0) return undefined
  const value = counted.reduce((sum, one) => sum + Math.round(one.value * 10_000), 0) / 10_000
  return { value, isAtLeast: counted.some((one) => one.isAtLeast), entries: counted }
}

function span({ from, until }: Entry): number {
  return Date.parse(until) - Date.parse(from)
}
