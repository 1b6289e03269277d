import type { VNode } from 'preact'
import { Empty, Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { Prose } from '../../../../ui/prose.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'
import { DateLine } from '../../../../ui/status.tsx'
import { dayOf } from '../../../../kernel/day.ts'
import type { Unit } from '../../../organisations/index.ts'
import { publicRows } from '../../pages/publication-rows.tsx'
import type { PublicBulletin } from '../read-bulletin.ts'
import { bulletinTitle, quarterInWords } from './bulletin-words.ts'
import { SectionBody, SectionHeading } from './section-items.tsx'

/** Every bulletin that is published, or those of one town. */
export function PublicBulletinsPage(props: { reader: Reader; unit?: Unit | undefined; bulletins: readonly PublicBulletin[] }): VNode {
  const { reader, unit, bulletins } = props
  const { t } = reader
  const title = unit === undefined ? t('bulletin.public.title') : t('bulletin.public.of-unit', { unit: nameIn(reader, unit) })
  return (
    <PublicPage reader={reader} title={title} section="units" description={t('bulletin.public.lead')}>
      <Trail reader={reader} steps={[{ label: t('reports.public.title'), href: href(reader, '/reports') }, { label: title }]} />
      <Heading>{title}</Heading>
      <Lead>{t('bulletin.public.lead')}</Lead>
      {bulletins.length === 0 ? (
        <Empty title={t('bulletin.public.none')}>
          <a href={href(reader, '/reports')}>{t('reports.public.title')}</a>
        </Empty>
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: t('bulletin.column.unit') },
            { label: t('bulletin.column.quarter') },
            { label: t('bulletin.column.published'), kind: 'day' },
          ]}
          rows={bulletins.map((one) => ({
            href: href(reader, `/reports/bulletins/${one.unit.code}/${one.period.code}`),
            cells: [
              nameIn(reader, one.unit),
              quarterInWords(reader, one.period.code),
              one.document.publishedAt && <DateLine reader={reader} day={dayOf(one.document.publishedAt)} />,
            ],
          }))}
        />
      )}
    </PublicPage>
  )
}

export interface PublicBulletinPageProps {
  reader: Reader
  published: PublicBulletin
  stillOpen: ReadonlySet<number>
  /** The text that was signed, shown alone where it is not that of the frozen bulletin. */
  html: string
}

/** One bulletin: its nine sections as they were frozen, or the signed text where hands of the chain changed it. */
export function PublicBulletinPage({ reader, published, stillOpen, html }: PublicBulletinPageProps): VNode {
  const { t } = reader
  const { unit, period, issue, document } = published
  const title = bulletinTitle(reader, unit, period)
  return (
    <PublicPage reader={reader} title={title} section="units" description={title}>
      <Trail reader={reader} steps={[{ label: t('bulletin.public.title'), href: href(reader, '/reports/bulletins') }, { label: title }]} />
      <Heading kicker={t('bulletin.public.kicker')}>{title}</Heading>
      <Facts
        rows={[
          ...publicRows(reader, issue?.cutOff, document),
          { label: t('bulletin.paper'), value: <Papers {...{ reader, indexNumber: document.indexNumber }} /> },
          { label: t('reports.making.fingerprint'), value: issue && <code>{issue.fingerprint.slice(0, 16)}</code> },
        ]}
      />
      {issue === undefined ? (
        <Prose html={html} language="zh" />
      ) : (
        issue.content.sections.map((section, at) => (
          <section aria-labelledby={`section-${section.code}`}>
            <SectionHeading {...{ reader, section, at }} />
            <SectionBody {...{ reader, section, stillOpen }} />
          </section>
        ))
      )}
    </PublicPage>
  )
}

function Papers({ reader, indexNumber }: { reader: Reader; indexNumber: string }) {
  const { t } = reader
  return (
    <>
      <a href={href(reader, `/print/a4/${indexNumber}`)}>{t('bulletin.paper.a4')}</a> ·{' '}
      <a href={href(reader, `/print/a3/${indexNumber}`)}>{t('bulletin.paper.a3')}</a> ·{' '}
      <a href={href(reader, `/scripts/${indexNumber}`)}>{t('bulletin.paper.script')}</a>
    </>
  )
}
