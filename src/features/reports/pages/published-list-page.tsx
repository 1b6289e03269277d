import type { VNode } from 'preact'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { PublishedText } from '../published/read-published.ts'
import { reportPath } from './published-pages.tsx'

/** Every annual report that is published, the newest year first. */
export function PublishedListPage({ reader, reports }: { reader: Reader; reports: readonly PublishedText[] }): VNode {
  const { t } = reader
  const years = [...new Set(reports.map(({ report }) => report.period))].toSorted().toReversed()
  return (
    <PublicPage reader={reader} title={t('reports.public.title')} section="units" wide description={t('reports.public.lead')}>
      <Heading>{t('reports.public.title')}</Heading>
      <Lead>{t('reports.public.lead')}</Lead>
      <p>
        <a href={href(reader, '/reports/summaries')}>{t('summary.public.title')}</a> ·{' '}
        <a href={href(reader, '/reports/bulletins')}>{t('bulletin.public.title')}</a> ·{' '}
        <a href={href(reader, '/reports/circulars')}>{t('circular.public.title')}</a>
      </p>
      {years.length === 0 ? (
        <Empty title={t('reports.public.none')}>
          <a href={href(reader, '/account')}>{t('account.title')}</a>
        </Empty>
      ) : null}
      {years.map((year) => (
        <>
          <Heading level={2}>{t('reports.public.of-year', { year })}</Heading>
          <DataList
            caption={t('reports.public.of-year', { year })}
            columns={[{ label: t('reports.public.column.unit') }, { label: t('reports.public.column.filed'), kind: 'day' }]}
            rows={reports
              .filter(({ report }) => report.period === year)
              .map(({ unit, filing }) => ({
                href: href(reader, reportPath(year, unit.code)),
                cells: [nameIn(reader, unit), filing === undefined ? '' : <DateLine reader={reader} day={filing.cutOff} short />],
              }))}
          />
        </>
      ))}
    </PublicPage>
  )
}
