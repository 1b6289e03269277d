import { addDays, addMonths, type Day } from '../../kernel/day.ts'

/** How often a carrier must change; without days and months: whenever there is something. */
export interface Rhythm {
  rhythm: string
  nameZh: string
  nameEn: string
  days?: number
  months?: number
}

/** A kind of carrier, as the pack knows it. */
export interface Kind {
  kind: string
  /** The check-boxes of the catalogue that it serves; the first is what it counts as. */
  channels: string[]
  nameZh: string
  nameEn: string
  /** The rhythm that a new carrier of this kind is offered. */
  rhythm: string
  /** It can be read by somebody who has no internet. */
  isOffline: boolean
  isScreen?: boolean
  /** Its issues are composed here. */
  isGazette?: boolean
  /** What is put into it has an edition, issue or programme. */
  isIssued?: boolean
  /** Anything else: it says what it is, and each posting is proved. */
  isFree?: boolean
}

/** The day by which a carrier must have changed again; undefined where no rhythm says so. */
export function changeDueOn(rhythm: Rhythm | undefined, lastOn: Day): Day | undefined {
  if (rhythm?.days !== undefined) return addDays(lastOn, rhythm.days)
  return rhythm?.months === undefined ? undefined : addMonths(lastOn, rhythm.months)
}
