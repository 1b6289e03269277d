import type { VNode } from 'preact'
import { RadiosField } from '../../../../ui/choice.tsx'
import { Actions, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading } from '../../../../ui/heading.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import { refuseReasons, type Candidate } from '../candidate.ts'

/** Says that a letter is no application, and why. */
export function RefuseForm({ reader, candidate, errors }: { reader: Reader; candidate: Candidate; errors: FieldError[] }): VNode {
  const { t } = reader
  return (
    <section id="refuse">
      <Heading level={2}>{t('applications.mail.refuse')}</Heading>
      <p>{t('applications.mail.refuse-lead')}</p>
      <Form reader={reader} action={`/desk/applications/mail/${candidate.id}/refuse`} label={t('applications.mail.refuse')}>
        <RadiosField
          reader={reader}
          errors={errors}
          name="refusal"
          label={t('applications.mail.why')}
          choices={refuseReasons.map((value) => ({ value, label: t(`applications.mail.reason.${value}`) }))}
        />
        <Actions>
          <Button text={t('applications.mail.refuse-button')} classes="govuk-button--warning" />
        </Actions>
      </Form>
    </section>
  )
}
