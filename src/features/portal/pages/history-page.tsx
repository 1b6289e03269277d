import type { VNode } from 'preact'
import type { Change } from '../../../platform/text/difference.ts'
import { htmlLang } from '../../../ui/document.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Actions, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { ChangedText, type DocumentPast } from '../../publishing/index.ts'
import { documentPath } from '../address.ts'
import { ChangeList } from './change-list.tsx'
import { InLanguage } from './document-lines.tsx'

export interface HistoryPageProps {
  reader: Reader
  past: DocumentPast
  compared: { from: number; to: number; changes: Change[] } | undefined
  /** Two versions were asked for. */
  isAsked: boolean
}

/** What happened to a document in public, the latest first, and what two of its versions say differently. */
export function HistoryPage({ reader, past, compared, isAsked }: HistoryPageProps): VNode {
  const { document, version } = past
  const path = documentPath(document.indexNumber)
  const label = reader.t('portal.history.title')
  return (
    <PublicPage
      reader={reader}
      title={`${label}: ${version.title}`}
      section="latest"
      meta={[{ name: 'robots', content: 'noindex, follow' }]}
    >
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('portal.latest.title'), href: href(reader, '/latest') },
          { label: document.indexNumber, href: href(reader, path) },
          { label },
        ]}
      />
      <Heading kicker={label}>
        <InLanguage reader={reader} lang={version.language}>
          {version.title}
        </InLanguage>
      </Heading>
      <Lead>{reader.t('portal.history.lead')}</Lead>
      <ChangeList reader={reader} changes={past.changes} path={path} />
      <Versions reader={reader} past={past} compared={compared} isAsked={isAsked} path={path} />
    </PublicPage>
  )
}

function Versions({ reader, past, compared, isAsked, path }: HistoryPageProps & { path: string }) {
  if (past.open.length < 2) return null
  const numbers = past.open.map((number, at) => ({ value: String(number), label: reader.t('portal.history.version', { n: at + 1 }) }))
  const place = (number: number | undefined): number => past.open.indexOf(number ?? 0) + 1
  return (
    <section aria-labelledby="compare">
      <Heading level={2} id="compare">
        {compared === undefined
          ? reader.t('portal.history.compare')
          : reader.t('portal.history.compared', { from: place(compared.from), to: place(compared.to) })}
      </Heading>
      {compared === undefined && isAsked ? <Empty title={reader.t('portal.history.no-such-version')} /> : null}
      {compared === undefined ? null : (
        <div lang={htmlLang(past.version.language)}>
          <ChangedText reader={reader} changes={compared.changes} />
        </div>
      )}
      {past.open.length < 3 ? null : (
        <Form reader={reader} method="get" action={`${path}/history`} label={reader.t('portal.history.compare')}>
          <SelectField
            reader={reader}
            name="from"
            label={reader.t('portal.history.from')}
            options={numbers}
            value={String(compared?.from ?? '')}
          />
          <SelectField
            reader={reader}
            name="to"
            label={reader.t('portal.history.to')}
            options={numbers}
            value={String(compared?.to ?? '')}
          />
          <Actions>
            <Button text={reader.t('portal.history.compare-button')} classes="govuk-button--secondary" />
          </Actions>
        </Form>
      )}
    </section>
  )
}
