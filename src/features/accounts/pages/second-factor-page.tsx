import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { inGroups } from '../sessions/totp.ts'
import { CodeField } from './code-page.tsx'
import { SecretField } from './secret-field.tsx'

export interface SecondFactorPageProps {
  reader: Reader
  isOn: boolean
  /** A secret that waits for its first code, and the address that an authenticator app opens. */
  pending?: { secret: string; address: string }
  errors: FieldError[]
}

/** Switches the second factor on, in two steps, or off. */
export function SecondFactorPage(props: SecondFactorPageProps): VNode {
  const { reader, isOn, pending, errors } = props
  const state = isOn ? 'on' : pending === undefined ? 'off' : 'pending'
  const title = reader.t('accounts.second-factor')
  return (
    <DeskPage reader={reader} title={title} hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={reader.t('accounts.mine.title')}>{title}</Heading>
      <Lead>{reader.t(`accounts.second-factor.lead.${state}`)}</Lead>
      {state === 'pending' && pending !== undefined ? (
        <ShownSecret reader={reader} pending={pending} errors={errors} />
      ) : (
        <PasswordForm reader={reader} isOn={isOn} errors={errors} />
      )}
    </DeskPage>
  )
}

function ShownSecret({ reader, pending, errors }: { reader: Reader; pending: { secret: string; address: string }; errors: FieldError[] }) {
  return (
    <>
      <Facts
        rows={[
          { label: reader.t('accounts.second-factor.secret'), value: <code class="gk-tabular">{inGroups(pending.secret)}</code> },
          { label: reader.t('accounts.second-factor.app'), value: <a href={pending.address}>{reader.t('accounts.second-factor.open')}</a> },
        ]}
      />
      <Form reader={reader} action="/desk/account/second-factor">
        <input type="hidden" name="act" value="confirm" />
        <CodeField reader={reader} errors={errors} />
        <Actions>
          <Button text={reader.t('accounts.second-factor.confirm')} />
          <a href={href(reader, '/desk/account')}>{reader.t('accounts.back')}</a>
        </Actions>
      </Form>
    </>
  )
}

function PasswordForm({ reader, isOn, errors }: { reader: Reader; isOn: boolean; errors: FieldError[] }) {
  return (
    <Form reader={reader} action="/desk/account/second-factor">
      <input type="hidden" name="act" value={isOn ? 'remove' : 'begin'} />
      <SecretField reader={reader} name="password" label={reader.t('accounts.password')} kind="current-password" errors={errors} />
      <Actions>
        <Button
          text={reader.t(isOn ? 'accounts.second-factor.remove' : 'accounts.second-factor.begin')}
          classes={isOn ? 'govuk-button--warning' : undefined}
        />
        <a href={href(reader, '/desk/account')}>{reader.t('accounts.back')}</a>
      </Actions>
    </Form>
  )
}
