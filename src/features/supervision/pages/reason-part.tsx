import type { VNode } from 'preact'
import { DateField, TextareaField } from '../../../ui/field.tsx'
import { RadiosField } from '../../../ui/choice.tsx'
import { Actions, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Facts, Heading } from '../../../ui/heading.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { Reason } from '../reasons/reason.ts'
import type { FindingPageProps } from './finding-props.ts'

/** Why nothing stands there: what the unit said and what the office made of it, and the form of whoever's turn it is. */
export function ReasonPart(props: FindingPageProps): VNode | null {
  const { reader, finding, reasons } = props
  const waiting = reasons.find((reason) => reason.state === 'given')
  const mayGive = waiting === undefined && finding.state === 'open' && reader.may('findings.explain', finding.unit.path)
  const mayDecide = waiting !== undefined && reader.may('findings.decide', finding.unit.path)
  if (reasons.length === 0 && !mayGive) return null
  return (
    <section id="reason">
      <Heading level={2}>{reader.t('supervision.reason.title')}</Heading>
      {reasons.map((reason) => (
        <ReasonFacts {...props} reason={reason} />
      ))}
      {mayGive ? <GiveForm {...props} /> : null}
      {mayDecide ? <DecideForm {...props} waiting={waiting} /> : null}
    </section>
  )
}

function ReasonFacts({ reader, reason }: FindingPageProps & { reason: Reason }) {
  const t = reader.t
  return (
    <Facts
      rows={[
        { label: t('supervision.reason.words'), value: reason.words },
        { label: t('supervision.reason.state'), value: t(`supervision.reason.state.${reason.state}`) },
        { label: t('supervision.reason.until'), value: <DateLine reader={reader} day={reason.untilOn} /> },
        { label: t('supervision.reason.given'), value: <DateLine reader={reader} day={reason.givenOn} /> },
        { label: t('supervision.reason.decided'), value: reason.decidedOn && <DateLine reader={reader} day={reason.decidedOn} /> },
        { label: t('supervision.reason.remark'), value: reason.remark },
      ]}
    />
  )
}

function GiveForm({ reader, finding, values, errors }: FindingPageProps) {
  const t = reader.t
  return (
    <Form reader={reader} action={`/desk/findings/${finding.id}/reason`} keep label={t('supervision.reason.give')}>
      <p>{t('supervision.reason.lead')}</p>
      <TextareaField
        {...{ reader, errors }}
        name="words"
        label={t('supervision.reason.words')}
        hint={t('supervision.reason.words-hint')}
        value={values['words'] ?? ''}
        rows={3}
      />
      <DateField
        {...{ reader, errors }}
        name="until"
        label={t('supervision.reason.until')}
        hint={t('supervision.reason.until-hint')}
        value={values['until'] ?? ''}
      />
      <Actions>
        <Button text={t('supervision.reason.give')} />
      </Actions>
    </Form>
  )
}

function DecideForm({ reader, finding, values, errors, waiting }: FindingPageProps & { waiting: Reason }) {
  const t = reader.t
  return (
    <Form reader={reader} action={`/desk/findings/${finding.id}/decide`} keep label={t('supervision.reason.decide')}>
      <RadiosField
        {...{ reader, errors }}
        name="choice"
        label={t('supervision.reason.choice')}
        value={values['choice'] ?? ''}
        choices={[
          { value: 'accepted', label: t('supervision.reason.accept'), hint: t('supervision.reason.accept-hint') },
          { value: 'declined', label: t('supervision.reason.decline'), hint: t('supervision.reason.decline-hint') },
        ]}
      />
      <DateField
        {...{ reader, errors }}
        name="until"
        label={t('supervision.reason.holds-until')}
        value={values['until'] ?? waiting.untilOn}
      />
      <TextareaField
        {...{ reader, errors }}
        name="remark"
        label={t('supervision.reason.remark')}
        hint={t('supervision.reason.remark-hint')}
        value={values['remark'] ?? ''}
        rows={2}
      />
      <Actions>
        <Button text={t('supervision.reason.decide')} />
      </Actions>
    </Form>
  )
}
