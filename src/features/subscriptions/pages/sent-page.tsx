import type { VNode } from 'preact'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'

/** After an address was given: the same words, whether it was known, new, or asked too often. */
export function SentPage({ reader, hours }: { reader: Reader; hours: number }): VNode {
  const title = reader.t('subscriptions.sent.title')
  return (
    <PublicPage reader={reader} title={title} meta={[{ name: 'robots', content: 'noindex' }]}>
      <Heading>{title}</Heading>
      <Lead>{reader.t('subscriptions.sent.lead')}</Lead>
      <p class="gk-measure">{reader.t('subscriptions.sent.hours', { hours })}</p>
      <p class="gk-measure">{reader.t('subscriptions.sent.nothing')}</p>
      <p>
        <a href={href(reader, '/latest')}>{reader.t('subscriptions.sent.back')}</a>
      </p>
    </PublicPage>
  )
}
