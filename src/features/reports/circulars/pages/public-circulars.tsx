import type { VNode } from 'preact'
import { dayOf } from '../../../../kernel/day.ts'
import { Empty, Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { Prose } from '../../../../ui/prose.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'
import { DateLine } from '../../../../ui/status.tsx'
import { parts, type CircularIssue } from '../circular.ts'
import { publicRows } from '../../pages/publication-rows.tsx'
import type { PublicCircular } from '../read-circular.ts'
import { sayMethod } from '../say-ranking.ts'
import { sayTitle } from '../say-title.ts'
import { RowsTable, Words } from './rows-table.tsx'

/** Every circular that is published. */
export function PublicCircularsPage({ reader, circulars }: { reader: Reader; circulars: readonly PublicCircular[] }): VNode {
  const { t } = reader
  const title = t('circular.public.title')
  return (
    <PublicPage reader={reader} title={title} section="units" description={t('circular.public.lead')}>
      <Trail reader={reader} steps={[{ label: t('reports.public.title'), href: href(reader, '/reports') }, { label: title }]} />
      <Heading>{title}</Heading>
      <Lead>{t('circular.public.lead')}</Lead>
      {circulars.length === 0 ? (
        <Empty title={t('circular.public.none')}>
          <a href={href(reader, '/reports')}>{t('reports.public.title')}</a>
        </Empty>
      ) : (
        <DataList
          caption={title}
          columns={[{ label: title }, { label: t('circular.column.publisher') }, { label: t('bulletin.column.published'), kind: 'day' }]}
          rows={circulars.map(({ circular, told, document }) => ({
            href: href(reader, `/reports/circulars/${circular.id}`),
            cells: [
              sayTitle(reader, circular.peers, told.period),
              nameIn(reader, told.unit),
              document.publishedAt && <DateLine reader={reader} day={dayOf(document.publishedAt)} />,
            ],
          }))}
        />
      )}
    </PublicPage>
  )
}

/** One circular: its numbers as they were frozen, each open, or the signed text where hands of the chain changed it. */
export function PublicCircularPage({ reader, published, html }: { reader: Reader; published: PublicCircular; html: string }): VNode {
  const { t } = reader
  const { circular, told, document, issue } = published
  const title = sayTitle(reader, circular.peers, told.period)
  return (
    <PublicPage reader={reader} title={title} section="units" description={title} wide>
      <Trail reader={reader} steps={[{ label: t('circular.public.title'), href: href(reader, '/reports/circulars') }, { label: title }]} />
      <Heading kicker={nameIn(reader, told.unit)}>{title}</Heading>
      <Facts
        rows={[
          ...publicRows(reader, issue?.cutOff, document),
          { label: t('reports.making.fingerprint'), value: issue && <code>{issue.fingerprint.slice(0, 16)}</code> },
        ]}
      />
      {issue === undefined ? <Prose html={html} language="zh" /> : <Frozen {...{ reader, published, issue }} />}
    </PublicPage>
  )
}

function Frozen({ reader, published, issue }: { reader: Reader; published: PublicCircular; issue: CircularIssue }) {
  const { t } = reader
  const { circular, told } = published
  const { figures, rows, texts } = issue.content
  return (
    <>
      <Heading level={2}>{t('circular.text.counts')}</Heading>
      <RowsTable
        {...{ reader, figures, rows, caption: t('circular.text.counts') }}
        link={({ unitId }, code) => {
          const unit = told.units.find(({ id }) => id === unitId)
          return href(reader, `/reports/circulars/${circular.id}/cell?unit=${unit?.code ?? ''}&figure=${code}`)
        }}
      />
      <Heading level={2}>{t('circular.text.method')}</Heading>
      <p>{sayMethod(reader, issue.content)}</p>
      {parts
        .filter((part) => (texts[part] ?? '') !== '')
        .map((part) => (
          <>
            <Heading level={2}>{t(`circular.part.${part}`)}</Heading>
            <Words reader={reader} text={texts[part] ?? ''} />
          </>
        ))}
    </>
  )
}
