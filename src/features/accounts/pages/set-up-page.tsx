import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { FieldGroup, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { PersonFields } from './new-person-page.tsx'
import { SecretField } from './secret-field.tsx'

export interface SetUpPageProps {
  reader: Reader
  values: Record<'login' | 'nameZh' | 'nameEn' | 'email' | 'governmentZh' | 'governmentEn', string>
  /** There is no unit yet: its names are asked too. */
  asksGovernment: boolean
  shortest: number
  errors: FieldError[]
}

/** The very first page of a new site: who looks after it, and which government it belongs to. */
export function SetUpPage({ reader, values, asksGovernment, shortest, errors }: SetUpPageProps): VNode {
  const t = reader.t
  return (
    <DeskPage reader={reader} title={t('accounts.set-up.title')} hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{t('accounts.set-up.title')}</Heading>
      <Lead>{t('accounts.set-up.lead')}</Lead>
      <Form reader={reader} action="/set-up">
        <SecretField
          reader={reader}
          name="secret"
          label={t('accounts.set-up.secret')}
          hint={t('accounts.set-up.secret.hint')}
          kind="current-password"
          errors={errors}
        />
        {asksGovernment ? (
          <FieldGroup legend={t('accounts.set-up.government')}>
            <TextField
              reader={reader}
              name="governmentZh"
              label={t('accounts.set-up.government.zh')}
              value={values.governmentZh}
              errors={errors}
            />
            <TextField
              reader={reader}
              name="governmentEn"
              label={t('accounts.set-up.government.en')}
              value={values.governmentEn}
              errors={errors}
            />
          </FieldGroup>
        ) : null}
        <FieldGroup legend={t('accounts.set-up.operator')}>
          <PersonFields reader={reader} values={values} errors={errors} />
          <SecretField
            reader={reader}
            name="password"
            label={t('accounts.password')}
            hint={t('accounts.password.hint', { n: shortest })}
            kind="new-password"
            errors={errors}
          />
        </FieldGroup>
        <Actions>
          <Button text={t('accounts.set-up.button')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}
