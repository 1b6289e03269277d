import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Person } from '../people/person.ts'

export interface AccessPageProps {
  reader: Reader
  person: Person
  values: Record<'lostReason' | 'disableReason', string>
  errors: FieldError[]
}

/** How somebody comes in: a password instead of a forgotten one, a lost second factor, and the end of it all. */
export function AccessPage({ reader, person, values, errors }: AccessPageProps): VNode {
  const t = reader.t
  const action = `/desk/people/${person.id}/access`
  return (
    <DeskPage reader={reader} title={t('accounts.access.title')} section="people" hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={<a href={href(reader, `/desk/people/${person.id}`)}>{nameIn(reader, person)}</a>}>
        {t('accounts.access.title')}
      </Heading>
      <Heading level={2}>{t('accounts.issue.title')}</Heading>
      <p>{t('accounts.issue.lead')}</p>
      <Form reader={reader} action={action} label={t('accounts.issue.title')}>
        <input type="hidden" name="act" value="password" />
        <Button classes="govuk-button--secondary" text={t('accounts.issue.title')} />
      </Form>
      {person.totpSecret === undefined ? null : (
        <>
          <Heading level={2}>{t('accounts.lost.title')}</Heading>
          <p>{t('accounts.lost.lead')}</p>
          <Form reader={reader} action={action} label={t('accounts.lost.title')}>
            <input type="hidden" name="act" value="second-factor" />
            <TextField reader={reader} name="lostReason" label={t('accounts.reason')} value={values.lostReason} errors={errors} />
            <Button classes="govuk-button--secondary" text={t('accounts.lost.title')} />
          </Form>
        </>
      )}
      <Heading level={2}>{t('accounts.disable.title')}</Heading>
      <p>{t('accounts.disable.lead')}</p>
      <Form reader={reader} action={action} label={t('accounts.disable.title')}>
        <input type="hidden" name="act" value="disable" />
        <TextField reader={reader} name="disableReason" label={t('accounts.reason')} value={values.disableReason} errors={errors} />
        <Actions>
          <Button classes="govuk-button--warning" text={t('accounts.disable.title')} />
          <a href={href(reader, `/desk/people/${person.id}`)}>{t('accounts.back')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
