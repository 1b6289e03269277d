import type { Day } from '../../../kernel/day.ts'
import { isOnItsWay } from '../making/stage.ts'

/** The bulletin of a town for a quarter: people write their words by section, the records say what was published. */
export interface Bulletin {
  id: number
  unitId: number
  /** `2026-Q3` */
  quarter: string
  /** What people wrote, by section. */
  texts: Record<string, string>
  /** The publication, once it was handed over. */
  documentId?: number | undefined
  begunBy: number
  begunAt: Date
  version: number
}

/** A document in a section. */
export interface Item {
  documentId: number
  version: number
  indexNumber: string
  title: string
  summary: string
  language: 'zh' | 'en'
  on: Day
}

/** A section as it stands in a bulletin: its words and its documents, the earliest first. */
export interface Filled {
  code: string
  nameZh: string
  nameEn: string
  noteZh: string
  noteEn: string
  words: string
  items: readonly Item[]
}

/** A bulletin as it was handed over: it never changes. */
export interface Issue {
  id: number
  bulletinId: number
  serial: number
  cutOff: Day
  /** `body`: the text that was handed to publishing. What is public is this issue only while that text is. */
  content: { sections: readonly Filled[]; body: string }
  fingerprint: string
  handedBy: number
  handedAt: Date
}

export const longestWords = 5_000

export type BeginRefusal = 'period-wrong' | 'period-to-come' | 'no-bulletin' | 'unit-ended' | 'begun-before'
export type WriteRefusal = 'edited-meanwhile' | 'words-long' | 'section-unknown'
export type HandRefusal = 'edited-meanwhile' | 'quarter-running' | 'empty' | 'correction-first' | 'on-its-way'

/** Why a bulletin cannot be begun. `quarter`: undefined where what was typed is none. */
export function beginRefusals(
  unit: { kind: string; sinceOn: Day; untilOn?: Day | undefined },
  kinds: readonly string[],
  quarter: { kind: string; from: Day; until: Day } | undefined,
  today: Day,
): BeginRefusal[] {
  const refusals: BeginRefusal[] = []
  if (!kinds.includes(unit.kind)) refusals.push('no-bulletin')
  if (quarter?.kind !== 'quarter') return [...refusals, 'period-wrong']
  if (quarter.from > today) refusals.push('period-to-come')
  if (unit.sinceOn > quarter.until || (unit.untilOn !== undefined && unit.untilOn < quarter.from)) refusals.push('unit-ended')
  return refusals
}

/** Why words cannot be saved. */
export function writeRefusals(
  bulletin: Pick<Bulletin, 'version'>,
  form: { version: number; texts: Record<string, string> },
  codes: readonly string[],
): WriteRefusal[] {
  const refusals: WriteRefusal[] = []
  if (bulletin.version !== form.version) refusals.push('edited-meanwhile')
  if (Object.values(form.texts).some((text) => text.length > longestWords)) refusals.push('words-long')
  if (Object.keys(form.texts).some((key) => !codes.includes(key))) refusals.push('section-unknown')
  return refusals
}

/** Why a bulletin cannot be handed over today: a quarter is told when it is over, and what is on its way is not changed behind its readers. */
export function handRefusals(
  bulletin: Pick<Bulletin, 'version'>,
  asked: { version: number; until: Day; today: Day; sections: readonly Pick<Filled, 'words' | 'items'>[]; stage?: string | undefined },
): HandRefusal[] {
  const refusals: HandRefusal[] = []
  if (bulletin.version !== asked.version) refusals.push('edited-meanwhile')
  if (asked.today <= asked.until) refusals.push('quarter-running')
  if (asked.sections.every(({ words, items }) => words.trim() === '' && items.length === 0)) refusals.push('empty')
  if (asked.stage === 'released') refusals.push('correction-first')
  if (isOnItsWay(asked.stage)) refusals.push('on-its-way')
  return refusals
}
