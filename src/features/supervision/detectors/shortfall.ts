import type { Day } from '../../../kernel/day.ts'

/** Everything that looks for faults every night, in the order of the pages. */
export const detectorNames = [
  'overdue',
  'late',
  'empty-column',
  'stale-column',
  'unasked',
  'forwarded',
  'intermittent',
  'uneven',
  'profile-incomplete',
  'guide-incomplete',
  'profile-outdated',
  'home-stale',
  'site-column-stale',
  'required-column',
  'columns-veto',
  'dates-wrong',
  'dead-link',
] as const
export type DetectorName = (typeof detectorNames)[number]

/** What a detector sees: one fault of one unit. Kept from the day it is first seen until it is gone, it is a finding (问题). */
export interface Shortfall {
  detector: DetectorName
  /** What it is about; with the detector its identity: the same fault has the same subject every night. */
  subject: string
  unitId: number
  dutyId?: number
  taskId?: number
  documentId?: number
  /** The document that it repeats. */
  otherId?: number
  /** The day on which the fault began. */
  sinceOn: Day
  /** The figures of the sentence about it. */
  seen: Record<string, string | number>
}

/** Two shortfalls with the same key are the same fault. */
export function keyOf({ detector, subject }: Pick<Shortfall, 'detector' | 'subject'>): string {
  return `${detector} ${subject}`
}

export function isDetector(text: string): text is DetectorName {
  return (detectorNames as readonly string[]).includes(text)
}
