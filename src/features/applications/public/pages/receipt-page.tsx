import type { VNode } from 'preact'
import { sayDay } from '../../../../kernel/translate.ts'
import type { StripDay } from '../../../../ui/day-strip.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Lead } from '../../../../ui/heading.tsx'
import { nameIn, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'
import { DateLine } from '../../../../ui/status.tsx'
import type { CaseView } from '../../cases/read-case.ts'
import { CaseStrip } from './case-strip.tsx'

export interface ReceiptPageProps {
  reader: Reader
  view: CaseView
  days: StripDay[]
  /** The query code, in groups; shown here and never again. */
  code: string
  recallMinutes: number
}

/** The receipt: number and code, the day of receipt and the rule that set it, the due day and how it is counted, what comes next. */
export function ReceiptPage({ reader, view, days, code, recallMinutes }: ReceiptPageProps): VNode {
  const { application, unit } = view
  return (
    <PublicPage
      reader={reader}
      title={reader.t('apply.receipt.title')}
      alternates={[]}
      canonical={`${reader.baseUrl}/${reader.lang}/track`}
      meta={[{ name: 'robots', content: 'noindex' }]}
    >
      <Heading kicker={nameIn(reader, unit)}>{reader.t('apply.receipt.title')}</Heading>
      <Lead>{reader.t('apply.receipt.lead')}</Lead>
      <Facts
        rows={[
          { label: reader.t('apply.receipt.number'), value: <strong class="gk-secret">{application.number}</strong> },
          { label: reader.t('apply.receipt.code'), value: <code class="gk-secret">{code}</code> },
          { label: reader.t('apply.receipt.received'), value: <Received reader={reader} view={view} /> },
          { label: reader.t('apply.receipt.due'), value: <Due reader={reader} view={view} /> },
          {
            label: reader.t('apply.receipt.promised'),
            value: view.promisedOn && reader.t('apply.receipt.promised-says', { day: sayDay(view.promisedOn, reader.lang) }),
          },
        ]}
      />
      <p class="govuk-inset-text">{reader.t('apply.receipt.keep')}</p>
      <Take reader={reader} number={application.number} code={code} />
      <Heading level={2}>{reader.t('apply.receipt.counted')}</Heading>
      <CaseStrip reader={reader} view={view} days={days} />
      <Heading level={2}>{reader.t('apply.receipt.next')}</Heading>
      <ol class="gk-measure">
        <li>{reader.t('apply.receipt.next-read')}</li>
        <li>{reader.t('apply.receipt.next-answer')}</li>
        <li>{reader.t('apply.receipt.next-recall', { n: recallMinutes })}</li>
      </ol>
    </PublicPage>
  )
}

function Received({ reader, view: { application, edition } }: { reader: Reader; view: CaseView }) {
  const rule = edition.receipt[application.channel]
  return (
    <>
      {application.receivedOn ? <DateLine reader={reader} day={application.receivedOn} /> : null}
      <br />
      <span class="gk-quiet">{reader.t('apply.receipt.rule', { basis: reader.lang === 'zh' ? rule.basisZh : rule.basisEn })}</span>
    </>
  )
}

function Due({ reader, view: { clock, edition } }: { reader: Reader; view: CaseView }) {
  const { reply } = edition
  return (
    <>
      {clock.dueOn ? <DateLine reader={reader} day={clock.dueOn} /> : null}
      <br />
      <span class="gk-quiet">
        {reader.t('apply.receipt.term', { n: reply.term.days, basis: reader.lang === 'zh' ? reply.basisZh : reply.basisEn })}
      </span>
    </>
  )
}

/** What can be done with a receipt now: open the case, take the receipt away. Number and code go in the form, never in an address. */
function Take({ reader, number, code }: { reader: Reader; number: string; code: string }) {
  const hidden = (
    <>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="code" value={code} />
    </>
  )
  return (
    <div class="gk-no-print">
      <Form reader={reader} action="/track">
        {hidden}
        <Actions>
          <Button text={reader.t('apply.receipt.open')} />
        </Actions>
      </Form>
      <Form reader={reader} action="/apply/receipt.pdf">
        {hidden}
        <Actions>
          <Button text={reader.t('apply.receipt.pdf')} classes="govuk-button--secondary" />
        </Actions>
      </Form>
      <p class="gk-quiet">{reader.t('apply.receipt.print')}</p>
    </div>
  )
}
