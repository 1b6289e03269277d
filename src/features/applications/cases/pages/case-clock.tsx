import type { VNode } from 'preact'
import { DayStrip } from '../../../../ui/day-strip.tsx'
import { Facts } from '../../../../ui/heading.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { said } from '../../said.ts'
import type { CaseView } from '../read-case.ts'

/** The clock of a case as a strip of days, with the days that matter and where each comes from. */
export function CaseClockPart({
  reader,
  view,
}: {
  reader: Reader
  view: Pick<CaseView, 'clock' | 'edition' | 'promisedOn' | 'application' | 'today'>
}): VNode {
  const { clock, edition, promisedOn, application } = view
  const day = (on: CaseView['clock']['dueOn']) => on && <DateLine reader={reader} day={on} />
  const receipt = edition.receipt[application.channel]
  return (
    <>
      {clock.dueOn === undefined || clock.days.length === 0 ? null : (
        <DayStrip
          reader={reader}
          days={clock.days.map((one) => ({
            ...one,
            act: one.consultations && reader.t('applications.clock.consulted', { list: one.consultations.join(', ') }),
          }))}
          due={clock.dueOn}
          today={view.today}
          provisional={clock.isProvisional}
          {...(clock.endedOn === undefined
            ? {}
            : {
                done: {
                  on: clock.endedOn,
                  word: reader.t('applications.clock.mark-ended'),
                  sentence: reader.t(clock.isInTime === false ? 'applications.clock.ended-late' : 'applications.clock.ended-in-time'),
                },
              })}
        />
      )}
      <Facts
        rows={[
          { label: reader.t('applications.clock.arrived'), value: day(application.arrivedOn) },
          {
            label: reader.t('applications.clock.received'),
            value: clock.receivedOn && (
              <>
                {day(clock.receivedOn)} · {clock.receivedBy && reader.t(`applications.receipt.${clock.receivedBy}`)}
                <span class="gk-quiet"> {said(reader, receipt, 'basis')}</span>
              </>
            ),
          },
          { label: reader.t('applications.clock.clarify-by'), value: clock.state === 'running' ? day(clock.clarifyBy) : undefined },
          { label: reader.t('applications.clock.supplement-by'), value: day(clock.supplementBy) },
          { label: reader.t('applications.clock.pay-by'), value: day(clock.payBy) },
          {
            label: reader.t('applications.clock.due'),
            value: clock.dueOn && (
              <>
                {day(clock.dueOn)} · {clock.dueBy && reader.t(`applications.clock.by-${clock.dueBy}`)}
                <span class="gk-quiet"> {said(reader, clock.dueBy === 'extension' ? edition.extension : edition.reply, 'basis')}</span>
              </>
            ),
          },
          { label: reader.t('applications.clock.promised'), value: day(promisedOn) },
          { label: reader.t('applications.clock.inner'), value: day(application.innerDueOn) },
          {
            label: reader.t('applications.clock.breaches'),
            value:
              clock.breaches.length === 0
                ? undefined
                : clock.breaches.map((one) => reader.t(`applications.breach.${one}`)).join(reader.lang === 'zh' ? '；' : '; '),
          },
        ]}
      />
    </>
  )
}
