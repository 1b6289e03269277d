import type { VNode } from 'preact'
import type { CaseClock } from '../../../../kernel/case/clock.ts'
import type { Day } from '../../../../kernel/day.ts'
import { DayStrip } from '../../../../ui/day-strip.tsx'
import type { Reader } from '../../../../ui/reader.ts'

export interface ClockStripProps {
  reader: Reader
  clock: CaseClock
  today: Day
  /** What a pause is called, from the consultations that caused it. */
  act(consultations: readonly string[]): string
}

/** The clock of a case as a strip of days. Draws nothing where no days are counted. */
export function ClockStrip({ reader, clock, today, act }: ClockStripProps): VNode | null {
  if (clock.dueOn === undefined || clock.days.length === 0) return null
  const sentence = reader.t(clock.isInTime === false ? 'applications.clock.ended-late' : 'applications.clock.ended-in-time')
  return (
    <DayStrip
      reader={reader}
      days={clock.days.map((one) => ({ ...one, act: one.consultations && act(one.consultations) }))}
      due={clock.dueOn}
      today={today}
      provisional={clock.isProvisional}
      done={clock.endedOn && { on: clock.endedOn, word: reader.t('applications.clock.mark-ended'), sentence }}
    />
  )
}

/** What the unit missed, in words; undefined where it missed nothing. */
export function breachesInWords(reader: Reader, { breaches }: Pick<CaseClock, 'breaches'>): string | undefined {
  if (breaches.length === 0) return undefined
  return breaches.map((one) => reader.t(`applications.breach.${one}`)).join(reader.t('clock.join'))
}
