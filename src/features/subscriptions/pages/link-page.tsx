import type { VNode } from 'preact'
import { TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'

/** Asks for an address to which the way to the reader's own page is mailed. */
export function LinkPage({ reader, typed, errors = [] }: { reader: Reader; typed: string; errors?: FieldError[] }): VNode {
  const title = reader.t('subscriptions.link.title')
  return (
    <PublicPage reader={reader} title={title} hasErrors={errors.length > 0} meta={[{ name: 'robots', content: 'noindex' }]}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('subscriptions.link.lead')}</Lead>
      <Form reader={reader} action="/follow/link">
        <TextField
          reader={reader}
          name="address"
          label={reader.t('subscriptions.follow.address')}
          value={typed}
          errors={errors}
          type="email"
          autocomplete="email"
          width={30}
        />
        <Actions>
          <Button text={reader.t('subscriptions.link.button')} />
        </Actions>
      </Form>
    </PublicPage>
  )
}
