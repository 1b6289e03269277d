import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'

/** The code of the authenticator: the second half of a sign-in. */
export function CodePage({ reader, next, errors }: { reader: Reader; next: string; errors: FieldError[] }): VNode {
  const title = reader.t('accounts.code.title')
  return (
    <DeskPage reader={reader} title={title} hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={reader.t('accounts.sign-in.title')}>{title}</Heading>
      <Lead>{reader.t('accounts.code.lead')}</Lead>
      <Form reader={reader} action="/sign-in/code">
        <input type="hidden" name="next" value={next} />
        <CodeField reader={reader} errors={errors} />
        <Actions>
          <Button text={reader.t('accounts.sign-in.button')} />
          <a href={href(reader, '/sign-in')}>{reader.t('accounts.code.again')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

/** Six digits. */
export function CodeField({ reader, errors }: { reader: Reader; errors: FieldError[] }): VNode {
  const label = reader.t('accounts.code')
  return (
    <TextField
      reader={reader}
      name="code"
      label={label}
      hint={reader.t('accounts.code.hint')}
      inputmode="numeric"
      autocomplete="one-time-code"
      width={10}
      errors={errors}
    />
  )
}
