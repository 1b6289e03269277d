import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { System } from '../tokens/system.ts'

export interface TokenPageProps {
  reader: Reader
  system: System
  token: string
  baseUrl: string
}

/** The one time that a token is shown. */
export function TokenPage({ reader, system, token, baseUrl }: TokenPageProps): VNode {
  const t = reader.t
  const title = t('accounts.token.title', { name: system.name })
  const call = `curl ${baseUrl}/api/v1/drafts \\\n  -H "Authorization: Bearer ${token}"`
  return (
    <DeskPage reader={reader} title={title} section="systems">
      <Heading kicker={<a href={href(reader, '/desk/systems')}>{t('accounts.systems.title')}</a>}>{title}</Heading>
      <Lead>{t('accounts.token.lead')}</Lead>
      <pre class="gk-code gk-code--wrap" tabindex={0} aria-label={t('accounts.token.label')}>
        <code>{token}</code>
      </pre>
      <Heading level={2}>{t('accounts.token.try')}</Heading>
      <pre class="gk-code" tabindex={0} aria-label={t('accounts.token.try')}>
        <code>{call}</code>
      </pre>
      <Actions>
        <Button href={href(reader, `/desk/systems/${system.id}`)} text={t('accounts.token.next')} />
        <a href={href(reader, '/api')}>{t('accounts.systems.docs')}</a>
      </Actions>
    </DeskPage>
  )
}
