import type { VNode } from 'preact'
import { CheckboxesField } from '../../../../ui/choice.tsx'
import { DateField, FieldGroup } from '../../../../ui/field.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading } from '../../../../ui/heading.tsx'
import { fieldOf, WantedFields, WhoFields } from '../../intake/pages/request-fields.tsx'
import type { OpenedMail } from '../read-mail.ts'
import type { MailPageProps } from './mail-props.ts'

/** Makes a case of a letter: the fields of a request, filled in as far as the letter says, and the files that go along. */
export function AcceptForm({ opened, chosen, candidate, ...props }: MailPageProps & { opened: OpenedMail }): VNode {
  const { reader, errors } = props
  const { t } = reader
  const taken = opened.enclosures.filter(({ wrong }) => wrong.length === 0)
  return (
    <section id="accept">
      <Heading level={2}>{t('applications.mail.accept')}</Heading>
      <p>{t('applications.mail.accept-lead')}</p>
      <Form reader={reader} action={`/desk/applications/mail/${candidate.id}/accept`} label={t('applications.mail.accept')}>
        <FieldGroup legend={t('applications.new.came')}>
          <DateField {...fieldOf(props, 'arrivedOn')} hint={t('applications.mail.arrived-hint')} />
          <DateField {...fieldOf(props, 'confirmedOn')} hint={t('applications.mail.confirmed-hint')} optional />
        </FieldGroup>
        <WantedFields {...props} hint={t('applications.mail.wanted-hint')} />
        <WhoFields {...props}>
          {taken.length === 0 ? null : (
            <CheckboxesField
              reader={reader}
              errors={errors}
              name="proof"
              label={t('applications.mail.chosen')}
              hint={t('applications.mail.chosen-hint')}
              values={[...chosen]}
              choices={taken.map(({ nth, name }) => ({ value: String(nth), label: name }))}
            />
          )}
        </WhoFields>
        <Actions>
          <Button text={t('applications.new.button')} />
        </Actions>
      </Form>
    </section>
  )
}
