import type { VNode } from 'preact'
import type { CaseDay } from '../../../../kernel/case/clock.ts'
import { sayDay } from '../../../../kernel/translate.ts'
import { DayStrip, type StripDay } from '../../../../ui/day-strip.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import type { CaseView } from '../../cases/read-case.ts'
import { partiesOf } from '../progress.ts'

/** The clock of a case as a strip of days, each pause with the act that caused it; the due day in words where no days are counted. */
export function CaseStrip({ reader, view }: { reader: Reader; view: CaseView }): VNode | null {
  const { clock, events, today } = view
  if (clock.dueOn === undefined) return null
  if (clock.days.length === 0)
    return <p class="gk-measure">{reader.t('apply.track.set-date', { day: sayDay(clock.dueOn, reader.lang) })}</p>
  const parties = partiesOf(events)
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
      days={clock.days.map((day) => withAct(reader, day, parties))}
      due={clock.dueOn}
      today={today}
      done={clock.state === 'replied' ? done : undefined}
      provisional={clock.isProvisional}
    />
  )
}

function withAct(reader: Reader, day: CaseDay, parties: ReturnType<typeof partiesOf>): StripDay {
  const asked = new Set((day.consultations ?? []).map((id) => parties.get(id) ?? 'third-party'))
  const acts = [
    ...[...asked].map((party) => reader.t(`apply.track.pause.${party}`)),
    ...(day.forReasons ? [reader.t('apply.track.pause.reasons')] : []),
  ]
  return {
    on: day.on,
    counted: day.counted,
    why: day.why,
    ...(acts.length > 0 ? { act: acts.join(reader.lang === 'zh' ? '、' : ', ') } : {}),
  }
}
