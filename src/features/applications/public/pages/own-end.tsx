import type { VNode } from 'preact'
import { sayDay } from '../../../../kernel/translate.ts'
import { RadiosField } from '../../../../ui/choice.tsx'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Facts, Heading } from '../../../../ui/heading.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import type { OwnCase } from '../read-own-case.ts'
import { grades } from '../rating.ts'
import type { OwnCasePageProps } from './own-case-props.ts'

/** The last days for reconsideration and for a suit; nothing while the unit still has time. */
export function OwnRemedies({ reader, own: { remedies } }: { reader: Reader; own: OwnCase }): VNode | null {
  if (remedies === undefined) return null
  const until = (window: { due: OwnCase['today']; provisional: boolean } | undefined) =>
    window && `${sayDay(window.due, reader.lang)}${window.provisional ? ` ${reader.t('ui.due.provisional')}` : ''}`
  return (
    <section>
      <Heading level={2}>{reader.t('apply.track.remedies')}</Heading>
      <p class="gk-measure">{reader.t(remedies.isReconsiderationFirst ? 'apply.track.remedies-first' : 'apply.track.remedies-either')}</p>
      <Facts
        rows={[
          { label: reader.t('apply.track.reconsideration'), value: until(remedies.reconsideration) },
          { label: reader.t('apply.track.suit'), value: until(remedies.suit) },
        ]}
      />
    </section>
  )
}

/** How the applicant found the handling: asked once, after the end. */
export function OwnRating({ reader, own, once, errors, typed }: OwnCasePageProps): VNode | null {
  const isRecalled = own.events.some((event) => event.kind === 'recalled')
  if (own.clock.endedOn === undefined || own.rating !== undefined || isRecalled) return null
  const shared = { reader, errors }
  return (
    <section class="gk-no-print">
      <Heading level={2}>{reader.t('apply.track.rate')}</Heading>
      <Form reader={reader} action="/track/rate" once={once}>
        <RadiosField
          {...shared}
          name="grade"
          label={reader.t('apply.track.rate-grade')}
          value={typed['grade'] ?? ''}
          choices={grades.map((grade) => ({ value: grade, label: reader.t(`apply.track.grade.${grade}`) }))}
        />
        <TextareaField
          {...shared}
          name="rate-words"
          label={reader.t('apply.track.rate-words')}
          value={typed['rate-words'] ?? ''}
          rows={3}
          optional
        />
        <Actions>
          <button class="govuk-button govuk-button--secondary" type="submit">
            {reader.t('apply.track.rate-button')}
          </button>
        </Actions>
      </Form>
    </section>
  )
}

/** Taking the application back, while that is possible. */
export function OwnRecall({ reader, own, once, recallMinutes }: OwnCasePageProps): VNode | null {
  if (!own.mayRecall) return null
  return (
    <section class="gk-no-print">
      <Heading level={2}>{reader.t('apply.track.recall')}</Heading>
      <p class="gk-measure">{reader.t('apply.track.recall-lead', { n: recallMinutes })}</p>
      <Form reader={reader} action="/track/recall" once={once}>
        <Actions>
          <Button text={reader.t('apply.track.recall-button')} classes="govuk-button--warning" />
        </Actions>
      </Form>
    </section>
  )
}
