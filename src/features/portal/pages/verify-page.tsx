import type { VNode } from 'preact'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'

/** How a stranger checks that the record was not changed afterwards, without trusting this site. */
export function VerifyPage({ reader, hasScript }: { reader: Reader; hasScript: boolean }): VNode {
  const title = reader.t('portal.verify.title')
  return (
    <PublicPage reader={reader} title={title} description={reader.t('portal.verify.lead')}>
      <Heading>{title}</Heading>
      <Lead>{reader.t('portal.verify.lead')}</Lead>
      <Heading level={2}>{reader.t('portal.verify.record.title')}</Heading>
      <p>{reader.t('portal.verify.record.entry')}</p>
      <p>{reader.t('portal.verify.record.chain')}</p>
      <p>{reader.t('portal.verify.record.people')}</p>
      <Heading level={2}>{reader.t('portal.verify.do.title')}</Heading>
      <ol>
        <li>
          {reader.t('portal.verify.do.export')} <a href={`${href(reader, '/guide')}#office`}>{reader.t('portal.verify.do.office')}</a>
        </li>
        <li>
          {reader.t('portal.verify.do.script')} {hasScript ? <a href="/verify.py">verify.py</a> : <code>docs/verify.py</code>}
        </li>
        <li>
          {reader.t('portal.verify.do.run')} <code>python3 verify.py export/</code>
        </li>
        <li>{reader.t('portal.verify.do.compare')}</li>
      </ol>
      <Heading level={2}>{reader.t('portal.verify.limits.title')}</Heading>
      <p>{reader.t('portal.verify.limits')}</p>
    </PublicPage>
  )
}
