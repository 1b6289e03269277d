import type { VNode } from 'preact'
import { Actions, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'

/** The way out: with a link, the one button that ends all mails; without, that they have ended. */
export function StopPage({ reader, token }: { reader: Reader; token?: string }): VNode {
  const title = reader.t(token === undefined ? 'subscriptions.stop.done' : 'subscriptions.stop.title')
  return (
    <PublicPage reader={reader} title={title} meta={[{ name: 'robots', content: 'noindex' }]}>
      <Heading>{title}</Heading>
      <Lead>{reader.t(token === undefined ? 'subscriptions.stop.done-lead' : 'subscriptions.stop.lead')}</Lead>
      {token === undefined ? (
        <p>
          <a href={href(reader, '/latest')}>{reader.t('subscriptions.sent.back')}</a>
        </p>
      ) : (
        <Form reader={reader} action={`/follow/stop/${token}`}>
          <Actions>
            <Button text={reader.t('subscriptions.stop.button')} classes="govuk-button--warning" />
            <a href={href(reader, `/follow/mine/${token}`)}>{reader.t('subscriptions.stop.some')}</a>
          </Actions>
        </Form>
      )}
    </PublicPage>
  )
}
