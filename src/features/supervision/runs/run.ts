import type { Day } from '../../../kernel/day.ts'

/** One time that all detectors looked at the whole city. */
export interface Run {
  id: number
  /** The day whose state was measured. */
  measuredOn: Day
  beganAt: Date
  endedAt: Date
  /** `system`, or who asked for it: `person:12`. */
  askedBy: string
  opened: number
  closed: number
  stillOpen: number
}

/** The subject of entries about a run. */
export function runSubject(id: number): string {
  return `supervision.run:${id}`
}

/**
 * What the record vouches for: which faults a run opened, whose and since when, and which it closed. The figures beside a finding are
 * reckoned anew every night and are not part of it.
 */
export function runContent(run: Run, opened: readonly unknown[][], closed: readonly unknown[][]): Record<string, unknown> {
  return { ...run, beganAt: run.beganAt.toISOString(), endedAt: run.endedAt.toISOString(), findings: { opened, closed } }
}
