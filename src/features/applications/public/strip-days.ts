import type { CaseDay } from '../../../kernel/case/clock.ts'
import type { ConsultedParty } from '../../../kernel/case/event.ts'
import type { StripDay } from '../../../ui/day-strip.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { CaseView } from '../cases/read-case.ts'
import { partiesOf } from './progress.ts'

/** The days of a case's clock with the act that caused each pause, in the words of whoever asked. */
export function stripDays(reader: Reader, { clock, events }: Pick<CaseView, 'clock' | 'events'>): StripDay[] {
  const parties = partiesOf(events)
  return clock.days.map((day) => withAct(reader, day, parties))
}

function withAct(reader: Reader, day: CaseDay, parties: ReadonlyMap<string, ConsultedParty>): StripDay {
  const asked = new Set((day.consultations ?? []).map((id) => parties.get(id) ?? 'third-party'))
  const acts = [...asked].map((party) => reader.t(`apply.track.pause.${party}`))
  if (day.forReasons) acts.push(reader.t('apply.track.pause.reasons'))
  const act = acts.join(reader.lang === 'zh' ? '、' : ', ')
  return { on: day.on, counted: day.counted, why: day.why, ...(act === '' ? {} : { act }) }
}
