import type { VNode } from 'preact'
import { Facts } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { said } from '../../said.ts'
import type { DeskCase } from '../read-desk-case.ts'
import { breachesInWords, ClockStrip } from './clock-strip.tsx'

/** The clock of a case as a strip of days, with the days that matter and where each comes from. */
export function CaseClockPart({
  reader,
  view,
}: {
  reader: Reader
  view: Pick<DeskCase, 'clock' | 'edition' | 'promisedOn' | 'application' | 'today'> & Partial<Pick<DeskCase, 'openPoints'>>
}): VNode {
  const { clock, edition, promisedOn, application } = view
  const day = (on: DeskCase['clock']['dueOn']) => on && <DateLine reader={reader} day={on} />
  const receipt = edition.receipt[application.channel]
  return (
    <>
      <ClockStrip
        reader={reader}
        clock={clock}
        today={view.today}
        act={(consultations) => reader.t('applications.clock.consulted', { list: consultations.join(', ') })}
      />
      {clock.days.length === 0 ? null : (
        <p class="gk-no-print">
          <a href={href(reader, `/desk/applications/${application.ref}/days.pdf`)}>{reader.t('applications.clock.days-pdf')}</a>
        </p>
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
            value: breachesInWords(reader, clock),
          },
          {
            label: reader.t('clock.choices'),
            value:
              view.openPoints === undefined || view.openPoints.length === 0 ? undefined : (
                <>
                  {view.openPoints.map((point) => (
                    <p>{said(reader, point, 'says')}</p>
                  ))}
                </>
              ),
          },
        ]}
      />
    </>
  )
}
