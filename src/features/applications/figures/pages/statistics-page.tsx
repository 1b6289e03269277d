import type { VNode } from 'preact'
import { Empty, Heading, Lead } from '../../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'
import { leafGroups } from '../../law/leaf.ts'
import type { CountName, ShownFigures } from '../figure.ts'
import type { Statistics } from '../read-statistics.ts'
import { shownInWords } from './shown-words.ts'

const handling = ['received', 'concluded', 'inTime', 'late', 'closed', 'extended'] as const satisfies readonly CountName[]

/** What the public may know of applications: how many each unit received in a year, how they ended, and how long it took. */
export function StatisticsPage({ reader, statistics }: { reader: Reader; statistics: Statistics }): VNode {
  const { t } = reader
  const { year, years, smallest, figures } = statistics
  const title = t('applications.figures.title')
  return (
    <PublicPage reader={reader} title={title} section="units" wide description={t('applications.figures.lead')}>
      <Heading>{title}</Heading>
      <Lead>{t('applications.figures.lead')}</Lead>
      <ListHead count={t('applications.figures.of-year', { year })}>
        {years.map((one) => (
          <a href={href(reader, `/applications?year=${one}`)} aria-current={one === year ? 'page' : undefined}>
            {one}
          </a>
        ))}
        <a href={href(reader, `/applications.csv?year=${year}`)}>{t('applications.figures.download')}</a>
      </ListHead>
      {figures.rows.length === 0 ? (
        <Empty title={t('applications.figures.none')} />
      ) : (
        <>
          <p class="gk-quiet">{t('applications.figures.protected', { n: smallest })}</p>
          <Heading level={2}>{t('applications.figures.handling')}</Heading>
          <FigureList reader={reader} statistics={statistics} names={handling} hasMedian caption={t('applications.figures.handling')} />
          <Heading level={2}>{t('applications.figures.outcomes')}</Heading>
          <FigureList reader={reader} statistics={statistics} names={leafGroups} caption={t('applications.figures.outcomes')} />
          <Picture reader={reader} years={years} />
        </>
      )}
      <p>
        <a href={href(reader, '/apply')}>{t('applications.figures.apply')}</a>
      </p>
    </PublicPage>
  )
}

interface FigureListProps {
  reader: Reader
  statistics: Statistics
  names: readonly CountName[]
  hasMedian?: boolean
  caption: string
}

function FigureList({ reader, statistics, names, hasMedian, caption }: FigureListProps): VNode {
  const { t } = reader
  const { units, figures, smallest } = statistics
  const cells = (shown: ShownFigures['total'], median: string | number) => [
    ...names.map((name) => shownInWords(reader, shown[name], smallest)),
    ...(hasMedian ? [median] : []),
  ]
  return (
    <DataList
      caption={caption}
      columns={[
        { label: t('applications.figures.column.unit') },
        ...names.map((name) => ({ label: t(`applications.figures.column.${name}`), kind: 'number' as const })),
        ...(hasMedian ? [{ label: t('applications.figures.column.median'), kind: 'number' as const }] : []),
      ]}
      rows={[
        ...figures.rows.map((row) => {
          const unit = units.find((one) => one.id === row.unitId)
          return {
            href: unit && href(reader, `/units/${unit.code}`),
            cells: [unit === undefined ? '' : nameIn(reader, unit), ...cells(row.shown, row.medianDays ?? '')],
          }
        }),
        { cells: [t('applications.figures.all-units'), ...cells(figures.total, '')] },
      ]}
    />
  )
}

/** The picture of the years; its numbers are those of the tables, year by year. */
function Picture({ reader, years }: { reader: Reader; years: readonly number[] }): VNode | null {
  if (years.length < 2) return null
  const source = href(reader, '/applications/chart.svg')
  return (
    <figure class="gk-chart">
      <picture>
        <source media="(max-width: 40rem)" srcset={`${source}?narrow=yes`} />
        <img class="gk-chart__picture" src={source} alt={reader.t('applications.figures.chart-alt')} />
      </picture>
      <figcaption class="gk-quiet">{reader.t('applications.figures.chart')}</figcaption>
    </figure>
  )
}
