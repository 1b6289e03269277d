import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { htmlLang } from '../../../ui/document.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { PublicClarification } from '../read-rumours.ts'

/** What circulated, and what is true: every clarification that was published, the newest first. */
export function ClarificationsPage({ reader, clarified }: { reader: Reader; clarified: readonly PublicClarification[] }): VNode {
  const title = reader.t('clarifications.public.title')
  return (
    <PublicPage reader={reader} title={title} section="latest" description={reader.t('clarifications.public.lead')}>
      <Heading>{title}</Heading>
      <Lead>{reader.t('clarifications.public.lead')}</Lead>
      {clarified.length === 0 ? (
        <Empty title={reader.t('clarifications.public.empty')}>
          <a href={href(reader, '/latest')}>{reader.t('clarifications.public.latest')}</a>
        </Empty>
      ) : (
        <ol class="gk-clarified">
          {clarified.map((one) => (
            <Clarified reader={reader} one={one} />
          ))}
        </ol>
      )}
    </PublicPage>
  )
}

function Clarified({ reader, one }: { reader: Reader; one: PublicClarification }) {
  return (
    <li class="gk-clarified__one">
      {one.claim === undefined ? null : (
        <p class="gk-clarified__claim" lang={htmlLang(one.language)}>
          <StatusWord kind="refused">{reader.t(`clarifications.verdict.${one.verdict}`)}</StatusWord> {one.claim}
        </p>
      )}
      <p class="gk-clarified__truth">
        <a href={href(reader, `/documents/${one.indexNumber}`)} lang={htmlLang(one.language)}>
          {one.title}
        </a>
      </p>
      {one.summary === '' ? null : <p lang={htmlLang(one.language)}>{one.summary}</p>}
      <p class="gk-quiet">
        {nameIn(reader, one.unit)} · <DateLine reader={reader} day={dayOf(one.publishedAt)} />
      </p>
    </li>
  )
}
