import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { SecretField } from './secret-field.tsx'

export interface PasswordPageProps {
  reader: Reader
  isTemporary: boolean
  shortest: number
  errors: FieldError[]
}

/** Changes one's own password; the old one is asked for again. */
export function PasswordPage({ reader, isTemporary, shortest, errors }: PasswordPageProps): VNode {
  const title = reader.t('accounts.password.change')
  return (
    <DeskPage reader={reader} title={title} hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={reader.t('accounts.mine.title')}>{title}</Heading>
      <Lead>{reader.t(isTemporary ? 'accounts.password.first' : 'accounts.password.lead')}</Lead>
      <Form reader={reader} action="/desk/account/password">
        <SecretField reader={reader} name="old" label={reader.t('accounts.password.old')} kind="current-password" errors={errors} />
        <SecretField
          reader={reader}
          name="fresh"
          label={reader.t('accounts.password.new')}
          hint={reader.t('accounts.password.hint', { n: shortest })}
          kind="new-password"
          errors={errors}
        />
        <Actions>
          <Button text={title} />
          <a href={href(reader, '/desk/account')}>{reader.t('accounts.back')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
