import type { Day } from '../../../kernel/day.ts'
import { keyOf, type DetectorName, type Shortfall } from '../detectors/shortfall.ts'

/** A shortfall as it is kept: from the run that saw it first to the run that saw it no more. */
export interface Finding extends Shortfall {
  id: number
  /** The same fault for the first, second … time. */
  occurrence: number
  openedOn: Day
  closedOn?: Day
}

export type FindingState = 'open' | 'justified' | 'closed'
export const findingStates = ['open', 'justified', 'closed'] as const satisfies FindingState[]

/** The orders in which findings are listed. */
export const findingSorts = ['since', 'newest', 'unit', 'detector'] as const
export type FindingSort = (typeof findingSorts)[number]

/** Faults that a unit may have a good reason for: there is nothing to publish. */
export const excusable: readonly DetectorName[] = ['overdue', 'empty-column', 'stale-column']

/** Never stored: what the office has excused until a day is a fault again the day after, without anybody's run. */
export function stateOf(finding: Pick<Finding, 'detector' | 'closedOn'>, isExcused: boolean): FindingState {
  if (finding.closedOn !== undefined) return 'closed'
  return isExcused && excusable.includes(finding.detector) ? 'justified' : 'open'
}

/**
 * What a run changes: faults seen for the first time are opened, those that are gone are closed, and where one is still there only its
 * figures may have changed. The day since which it has been there stays as it was when it was opened.
 */
export function compare(
  open: readonly Finding[],
  seen: readonly Shortfall[],
): { opened: Shortfall[]; closed: Finding[]; changed: (Finding & { seen: Shortfall['seen'] })[] } {
  const byKey = new Map(seen.map((one) => [keyOf(one), one]))
  const known = new Set(open.map(keyOf))
  return {
    opened: [...byKey.values()].filter((one) => !known.has(keyOf(one))),
    closed: open.filter((one) => !byKey.has(keyOf(one))),
    changed: open.flatMap((one) => {
      const now = byKey.get(keyOf(one))
      return now === undefined || isSame(now.seen, one.seen) ? [] : [{ ...one, seen: now.seen }]
    }),
  }
}

function isSame(a: Shortfall['seen'], b: Shortfall['seen']): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
