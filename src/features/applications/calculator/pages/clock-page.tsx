import type { VNode } from 'preact'
import type { CaseClock } from '../../../../kernel/case/clock.ts'
import type { CaseEdition } from '../../../../kernel/case/edition.ts'
import { receiptChannels } from '../../../../kernel/case/event.ts'
import { DateField, FieldGroup, SelectField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Lead } from '../../../../ui/heading.tsx'
import { type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'
import { DateLine } from '../../../../ui/status.tsx'
import { breachesInWords, ClockStrip } from '../../cases/pages/clock-strip.tsx'
import { said } from '../../said.ts'
import type { ClockField, ClockQuestion } from '../question.ts'

export interface ClockPageProps {
  reader: Reader
  question: ClockQuestion
  answer: { clock: CaseClock; edition: CaseEdition } | undefined
  /** The open points of the law, as this city decided them, in words of the pack. */
  choices: readonly { saysZh: string; saysEn: string }[]
  errors: FieldError[]
}

/** Anybody's calculator of the statutory clock: what happened goes in, the day and why come out. The address holds the question. */
export function ClockPage(props: ClockPageProps): VNode {
  const { reader, errors, answer, choices } = props
  const title = reader.t('clock.title')
  return (
    <PublicPage reader={reader} title={title} hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('clock.lead')}</Lead>
      {answer === undefined ? null : <Answered reader={reader} {...answer} />}
      <Question {...props} />
      <Heading level={2}>{reader.t('clock.choices')}</Heading>
      <ul class="gk-measure">
        {choices.map((one) => (
          <li>{said(reader, one, 'says')}</li>
        ))}
      </ul>
    </PublicPage>
  )
}

function Answered({ reader, clock, edition }: { reader: Reader; clock: CaseClock; edition: CaseEdition }) {
  const day = (on: CaseClock['dueOn']) => on && <DateLine reader={reader} day={on} />
  if (clock.faults.length > 0) return null
  return (
    <section aria-label={reader.t('clock.answer')}>
      {clock.dueOn === undefined ? (
        <p class="gk-word">{reader.t(`applications.state.${clock.state}`)}</p>
      ) : (
        <ClockStrip reader={reader} clock={clock} today={reader.today} act={() => reader.t('clock.consulted')} />
      )}
      <Facts
        rows={[
          { label: reader.t('clock.edition'), value: said(reader, edition, 'name') },
          {
            label: reader.t('applications.clock.received'),
            value: clock.receivedOn && (
              <>
                {day(clock.receivedOn)} · {clock.receivedBy && reader.t(`applications.receipt.${clock.receivedBy}`)}
              </>
            ),
          },
          { label: reader.t('applications.clock.clarify-by'), value: day(clock.clarifyBy) },
          { label: reader.t('applications.clock.supplement-by'), value: day(clock.supplementBy) },
          { label: reader.t('applications.clock.pay-by'), value: day(clock.payBy) },
          {
            label: reader.t('applications.clock.due'),
            value: clock.dueOn && (
              <>
                {day(clock.dueOn)}{' '}
                <span class="gk-quiet">{said(reader, clock.dueBy === 'extension' ? edition.extension : edition.reply, 'basis')}</span>
              </>
            ),
          },
          {
            label: reader.t('applications.clock.breaches'),
            value: breachesInWords(reader, clock),
          },
        ]}
      />
    </section>
  )
}

function Question({ reader, question, errors }: ClockPageProps) {
  const of = (name: ClockField) => ({ reader, errors, name, value: question[name], label: reader.t(`clock.field.${name}`) })
  const choose = { value: '', label: reader.t('applications.choose') }
  return (
    <Form reader={reader} action="/clock" method="get" label={reader.t('clock.title')}>
      <FieldGroup legend={reader.t('clock.group.receipt')}>
        <SelectField
          {...of('channel')}
          options={[choose, ...receiptChannels.map((value) => ({ value, label: reader.t(`applications.channel.${value}`) }))]}
        />
        <DateField {...of('arrived')} />
        <DateField {...of('confirmed')} optional />
      </FieldGroup>
      <FieldGroup legend={reader.t('clock.group.clarification')}>
        {(['asked', 'answerBy', 'supplemented'] as const).map((name) => (
          <DateField {...of(name)} optional />
        ))}
      </FieldGroup>
      <FieldGroup legend={reader.t('clock.group.consultation')}>
        <SelectField
          {...of('party')}
          options={(['third-party', 'co-agency'] as const).map((value) => ({ value, label: reader.t(`applications.party.${value}`) }))}
        />
        {(['sent', 'delivered', 'answered'] as const).map((name) => (
          <DateField {...of(name)} optional />
        ))}
      </FieldGroup>
      <FieldGroup legend={reader.t('clock.group.more')}>
        {(['extended', 'feeSent', 'feePaid', 'replied'] as const).map((name) => (
          <DateField {...of(name)} optional />
        ))}
      </FieldGroup>
      <Actions>
        <Button text={reader.t('clock.button')} />
      </Actions>
    </Form>
  )
}
