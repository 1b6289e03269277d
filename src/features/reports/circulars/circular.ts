import type { Day } from '../../../kernel/day.ts'
import { isOnItsWay } from '../making/stage.ts'
import type { Method, Unranked } from './ranking.ts'

/** What people write in a circular. */
export const parts = ['praise', 'problems', 'demands'] as const
export type Part = (typeof parts)[number]

/** A circular of an office: what the units of one kind did in a period. */
export interface Circular {
  id: number
  /** The unit whose office tells it: its peers lie below. */
  unitId: number
  period: string
  /** The kind of the units that are told of. */
  peers: string
  /** The code of the method by which they are ranked. */
  method: string
  texts: Partial<Record<Part, string>>
  documentId?: number | undefined
  begunBy: number
  begunAt: Date
  version: number
}

/** One unit of a circular: its numbers in the order of the figures, and its rank. */
export interface CircularRow {
  unitId: number
  nameZh: string
  nameEn: string
  /** By the code of the figure; those that the method needs besides are here too. */
  counts: Readonly<Record<string, number>>
  rank?: number | undefined
  isShared: boolean
  unranked?: Unranked | undefined
}

/** A circular as it was handed over. `body`: its text; what is public is this issue only while that text is. */
export interface CircularContent {
  figures: readonly string[]
  method: Method
  fewestPeers: number
  rows: readonly CircularRow[]
  texts: Partial<Record<Part, string>>
  body: string
}

export interface CircularIssue {
  id: number
  circularId: number
  serial: number
  cutOff: Day
  content: CircularContent
  fingerprint: string
  handedBy: number
  handedAt: Date
}

export const longestPart = 10_000

export type ComposeRefusal = 'period-wrong' | 'period-to-come' | 'kind-unknown' | 'method-unknown' | 'no-peers' | 'begun-before'
export type PenRefusal = 'edited-meanwhile' | 'words-long' | 'method-unknown'
export type PassRefusal = 'edited-meanwhile' | 'period-running' | 'words-missing' | 'correction-first' | 'on-its-way'

/** Why a circular cannot be begun. `from`: undefined where what was typed is no period. */
export function composeRefusals(
  asked: { peers: string; method: string; from: Day | undefined; peerCount: number },
  pack: { kinds: readonly string[]; methods: readonly Pick<Method, 'code'>[] },
  today: Day,
): ComposeRefusal[] {
  const refusals: ComposeRefusal[] = []
  if (asked.from === undefined) refusals.push('period-wrong')
  else if (asked.from > today) refusals.push('period-to-come')
  if (!pack.kinds.includes(asked.peers)) refusals.push('kind-unknown')
  else if (asked.peerCount === 0) refusals.push('no-peers')
  if (!pack.methods.some(({ code }) => code === asked.method)) refusals.push('method-unknown')
  return refusals
}

/** Why words cannot be saved. */
export function penRefusals(
  circular: Pick<Circular, 'version'>,
  form: { version: number; method: string; texts: Partial<Record<Part, string>> },
  methods: readonly Pick<Method, 'code'>[],
): PenRefusal[] {
  const refusals: PenRefusal[] = []
  if (circular.version !== form.version) refusals.push('edited-meanwhile')
  if (Object.values(form.texts).some((text) => text.length > longestPart)) refusals.push('words-long')
  if (!methods.some(({ code }) => code === form.method)) refusals.push('method-unknown')
  return refusals
}

/** Why a circular cannot be handed over: its period is over, people said what to praise and what to mend, and nobody is reading it just now. */
export function passRefusals(
  circular: Pick<Circular, 'version' | 'texts'>,
  asked: { version: number; until: Day; today: Day; stage?: string | undefined },
): PassRefusal[] {
  const refusals: PassRefusal[] = []
  if (circular.version !== asked.version) refusals.push('edited-meanwhile')
  if (asked.today <= asked.until) refusals.push('period-running')
  if (([circular.texts.praise, circular.texts.problems] as const).some((text) => (text ?? '').trim() === '')) refusals.push('words-missing')
  if (asked.stage === 'released') refusals.push('correction-first')
  if (isOnItsWay(asked.stage)) refusals.push('on-its-way')
  return refusals
}
