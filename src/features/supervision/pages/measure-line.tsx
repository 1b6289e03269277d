import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { sayDay } from '../../../kernel/translate.ts'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import type { Reader } from '../../../ui/reader.ts'
import type { Run } from '../runs/run.ts'

/** When the city was last measured and what came of it; whoever may can have it measured now. */
export function MeasureLine({ reader, lastRun, isRunning }: { reader: Reader; lastRun: Run | undefined; isRunning: boolean }): VNode {
  const t = reader.t
  return (
    <div class="gk-listhead">
      <p class="gk-listhead__count">
        {isRunning ? `${t('supervision.run.running')} ` : null}
        {lastRun === undefined ? t('supervision.run.never') : t('supervision.run.last', runInWords(reader, lastRun))}
      </p>
      {reader.may('findings.measure') && !isRunning ? (
        <Form reader={reader} action="/desk/findings/measure" label={t('supervision.run.now')}>
          <Button text={t('supervision.run.now')} classes="govuk-button--secondary" />
        </Form>
      ) : null}
    </div>
  )
}

function runInWords(reader: Reader, run: Run): Record<string, string | number> {
  const at = `${sayDay(dayOf(run.endedAt), reader.lang)} ${hours.format(run.endedAt)}`
  return { at, opened: run.opened, closed: run.closed, open: run.stillOpen }
}

const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })
