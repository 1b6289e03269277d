import type { VNode } from 'preact'
import type { Ask } from '../../../platform/http/route.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import type { Reader } from '../../../ui/reader.ts'

export interface ConfirmPasswordProps {
  reader: Reader
  /** The fields of the form that was interrupted; none of them is shown, none is lost. */
  kept: Ask['body']
  outcome: 'ask' | 'wrong' | 'wait'
}

/** Asks for the password before a dangerous act and sends the interrupted form again to where it was going. */
export function ConfirmPasswordPage({ reader, kept, outcome }: ConfirmPasswordProps): VNode {
  const errors: FieldError[] = outcome === 'ask' ? [] : [{ field: '_password', message: reader.t(`accounts.confirm.${outcome}`) }]
  const fields = Object.entries(kept).filter(([name]) => name !== '_token' && name !== '_password')
  return (
    <DeskPage reader={reader} title={reader.t('accounts.confirm.title')} hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{reader.t('accounts.confirm.title')}</Heading>
      <Lead>{reader.t('accounts.confirm.why')}</Lead>
      <Form reader={reader} action={`${reader.path}${reader.query}`}>
        {fields.flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => <Kept name={name} value={one} />))}
        <TextField
          reader={reader}
          name="_password"
          label={reader.t('accounts.password')}
          type="password"
          autocomplete="current-password"
          errors={errors}
          width={20}
        />
        <Actions>
          <Button text={reader.t('accounts.confirm.button')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}

// A hidden input drops line breaks at no place, and a text of many lines must come back as it was.
function Kept({ name, value }: { name: string; value: string }): VNode {
  return value.includes('\n') ? (
    <textarea name={name} hidden aria-hidden="true" tabIndex={-1}>{`\n${value}`}</textarea>
  ) : (
    <input type="hidden" name={name} value={value} />
  )
}
