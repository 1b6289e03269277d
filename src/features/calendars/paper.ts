import type { Day } from '../../kernel/day.ts'

/** `year`: the yearly notice of the State Council General Office. `change`: a one-off change of a known year. `local`: days of one region. */
export type NoticeKind = 'year' | 'change' | 'local'
export const noticeKinds: readonly NoticeKind[] = ['year', 'change', 'local']

export interface HolidayName {
  nameZh: string
  nameEn: string
}

/** Days off in a row, both ends included. `statedDays` is the length that the paper itself gives ("共3天"). */
export interface Block extends HolidayName {
  from: Day
  to: Day
  statedDays?: number
}

/** What a paper says about days off and days worked. */
export interface Notice {
  kind: NoticeKind
  year: number
  /** The paper's number, '' where it has none. */
  number: string
  announcedOn: Day | undefined
  /** Where it was read: an address, or the name of the paper. */
  source: string
  /** Of local days: whose they are. */
  region: string
  /** What a change or local days rest on. */
  basis: string
  off: readonly Block[]
  /** Days that are worked although they would be off. */
  working: readonly Day[]
}
