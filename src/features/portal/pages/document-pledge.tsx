import type { VNode } from 'preact'
import { sayDay } from '../../../kernel/translate.ts'
import { DayStrip } from '../../../ui/day-strip.tsx'
import { Facts, Heading } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { Pledge } from '../pledge.ts'

/** What was promised of this publication and whether it was kept: the days, and the strip that explains the due day. */
export function DocumentPledge({ reader, pledge }: { reader: Reader; pledge: Pledge | undefined }): VNode | null {
  if (pledge === undefined) return null
  const isLate = pledge.publishedOn > pledge.dueOn
  return (
    <section aria-labelledby="promise">
      <Heading level={2} id="promise">
        {reader.t('portal.pledge.title')}
      </Heading>
      <p>
        <StatusWord kind={isLate ? 'overdue' : 'done'}>
          {isLate ? reader.t('portal.pledge.late', { n: pledge.workingDaysLate }) : reader.t('portal.pledge.on-time')}
        </StatusWord>
      </p>
      <Facts
        rows={[
          { label: reader.t('portal.pledge.formed'), value: pledge.formedOn && <DateLine reader={reader} day={pledge.formedOn} /> },
          { label: reader.t('portal.pledge.due'), value: <DateLine reader={reader} day={pledge.dueOn} /> },
          { label: reader.t('portal.pledge.published'), value: <DateLine reader={reader} day={pledge.publishedOn} /> },
        ]}
      />
      {pledge.days.length === 0 ? null : (
        <DayStrip
          reader={reader}
          days={pledge.days}
          due={pledge.dueOn}
          today={reader.today}
          done={{
            on: pledge.publishedOn,
            word: reader.t('portal.pledge.mark'),
            sentence: reader.t('portal.pledge.sentence', { day: sayDay(pledge.publishedOn, reader.lang) }),
          }}
          provisional={pledge.isProvisional}
        />
      )}
      <p>
        <a href={`${href(reader, '/about')}#counting`}>{reader.t('portal.pledge.how')}</a>
      </p>
    </section>
  )
}
