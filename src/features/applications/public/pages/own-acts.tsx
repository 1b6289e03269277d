import type { VNode } from 'preact'
import { sayDay } from '../../../../kernel/translate.ts'
import { FileField, TextareaField } from '../../../../ui/field.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Facts, Heading } from '../../../../ui/heading.tsx'
import { openQuestion, toldHistory } from '../progress.ts'
import type { OwnCasePageProps } from './own-case-props.ts'

/** What the unit asks of the applicant now: a supplement, reasons, a payment. Draws nothing where it asks nothing. */
export function OwnActs(props: OwnCasePageProps): VNode {
  return (
    <>
      <Supplement {...props} />
      <Reasons {...props} />
      <Fee {...props} />
    </>
  )
}

function Supplement({ reader, own, once, errors, typed }: OwnCasePageProps) {
  const { clock, events } = own
  if (clock.state !== 'awaiting-supplement') return null
  const question = toldHistory(events).findLast((event) => event.kind === 'clarification-asked')?.words ?? ''
  const shared = { reader, errors }
  return (
    <section>
      <Heading level={2}>{reader.t('apply.track.supplement')}</Heading>
      <div class="gk-banner">
        <p>{question}</p>
        {clock.supplementBy === undefined ? null : (
          <p class="gk-quiet">{reader.t('apply.track.supplement-by', { day: sayDay(clock.supplementBy, reader.lang) })}</p>
        )}
      </div>
      <Form reader={reader} action="/track/supplement" once={once} files keep>
        <TextareaField {...shared} name="words" label={reader.t('apply.track.supplement-words')} value={typed['words'] ?? ''} rows={5} />
        <FileField {...shared} name="files" label={reader.t('apply.track.supplement-files')} multiple optional />
        <Actions>
          <Button text={reader.t('apply.track.supplement-button')} />
        </Actions>
      </Form>
    </section>
  )
}

function Reasons({ reader, own, once, errors, typed }: OwnCasePageProps) {
  const question = openQuestion(own.events)
  if (question === undefined || own.clock.endedOn !== undefined) return null
  return (
    <section>
      <Heading level={2}>{reader.t('apply.track.reasons')}</Heading>
      <div class="gk-banner">
        <p>{question}</p>
      </div>
      <Form reader={reader} action="/track/reasons" once={once} keep>
        <TextareaField
          reader={reader}
          errors={errors}
          name="reasons"
          label={reader.t('apply.track.reasons-words')}
          value={typed['reasons'] ?? ''}
          rows={5}
        />
        <Actions>
          <Button text={reader.t('apply.track.reasons-button')} />
        </Actions>
      </Form>
    </section>
  )
}

function Fee({ reader, own }: OwnCasePageProps) {
  const { fee, clock } = own
  if (fee === undefined || clock.state !== 'awaiting-payment') return null
  return (
    <section>
      <Heading level={2}>{reader.t('apply.track.fee')}</Heading>
      <Facts
        rows={[
          { label: reader.t('apply.track.fee-amount'), value: reader.t('apply.track.fee-yuan', { n: fee.amountYuan }) },
          { label: reader.t('apply.track.fee-basis'), value: reader.t(`apply.track.fee-${fee.basis}`, { n: fee.units }) },
          { label: reader.t('apply.track.fee-how'), value: fee.howToPay },
          { label: reader.t('apply.track.fee-by'), value: clock.payBy && sayDay(clock.payBy, reader.lang) },
        ]}
      />
    </section>
  )
}
