import type { VNode } from 'preact'
import { sayDay } from '../../../../kernel/translate.ts'
import { DayStrip, type StripDay } from '../../../../ui/day-strip.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import type { CaseView } from '../../cases/read-case.ts'

/** The clock of a case as a strip of days, each pause with the act that caused it; the due day in words where no days are counted. */
export function CaseStrip({ reader, view, days }: { reader: Reader; view: CaseView; days: StripDay[] }): VNode | null {
  const { clock, today } = view
  if (clock.dueOn === undefined) return null
  if (clock.days.length === 0)
    return <p class="gk-measure">{reader.t('apply.track.set-date', { day: sayDay(clock.dueOn, reader.lang) })}</p>
  const word = reader.t('apply.track.answered')
  const done = clock.endedOn && {
    on: clock.endedOn,
    word,
    sentence: reader.t(clock.isInTime === false ? 'apply.track.answered-late' : 'apply.track.answered-on', {
      day: sayDay(clock.endedOn, reader.lang),
    }),
  }
  return (
    <DayStrip
      reader={reader}
      days={days}
      due={clock.dueOn}
      today={today}
      done={clock.state === 'replied' ? done : undefined}
      provisional={clock.isProvisional}
    />
  )
}
