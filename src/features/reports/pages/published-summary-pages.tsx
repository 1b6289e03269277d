import type { VNode } from 'preact'
import { Empty, Facts, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { Drift } from '../making/drift.ts'
import type { FrozenSummaryNumber, PublishedSummary, PublishedSummaryText } from '../summaries/read-published-summaries.ts'
import { cellOf, type FiledNumber, type SummaryContent } from '../summaries/summary.ts'
import { DriftList } from './drift-list.tsx'
import { figureCellName, figureWords } from './figure-words.ts'
import { FrozenNumber } from './frozen-number.tsx'
import { livePath, SummarySentence, SummarySentences, type NumberLink } from './summary-sentences.tsx'
import { TakeAway } from './take-away.tsx'

/** Every work summary that is published, the newest year first. */
export function PublishedSummariesPage({ reader, summaries }: { reader: Reader; summaries: readonly PublishedSummaryText[] }): VNode {
  const { t } = reader
  const years = [...new Set(summaries.map(({ year }) => year))].toSorted().toReversed()
  return (
    <PublicPage reader={reader} title={t('summary.public.title')} section="units" wide description={t('summary.public.lead')}>
      <Heading>{t('summary.public.title')}</Heading>
      <Lead>{t('summary.public.lead')}</Lead>
      {years.length === 0 ? (
        <Empty title={t('summary.public.none')}>
          <a href={href(reader, '/account')}>{t('account.title')}</a>
        </Empty>
      ) : null}
      {years.map((year) => (
        <>
          <Heading level={2}>{t('summary.desk.of-year', { year })}</Heading>
          <DataList
            caption={t('summary.desk.of-year', { year })}
            columns={[{ label: t('summary.desk.column.unit') }, { label: t('summary.desk.column.cut-off'), kind: 'day' }]}
            rows={summaries
              .filter((one) => one.year === year)
              .map(({ unit, filing }) => ({
                href: href(reader, summaryPath(year, unit.code)),
                cells: [nameIn(reader, unit), filing === undefined ? '' : <DateLine reader={reader} day={filing.cutOff} short />],
              }))}
          />
        </>
      ))}
    </PublicPage>
  )
}

/** One work summary as it was filed, and what has changed since. */
export function PublishedSummaryPage({
  reader,
  published,
  drift,
}: {
  reader: Reader
  published: PublishedSummary
  drift: readonly Drift[]
}): VNode {
  const { t } = reader
  const { unit, year, filing, document } = published
  const title = t('summary.title', { unit: nameIn(reader, unit), year })
  const link: NumberLink = (number) => href(reader, numberPath(published, number))
  return (
    <PublicPage reader={reader} title={title} section="units" description={title}>
      <Trail reader={reader} steps={[{ label: t('summary.public.title'), href: href(reader, '/reports/summaries') }, { label: title }]} />
      <Heading>{title}</Heading>
      <Facts
        rows={[
          { label: t('summary.desk.column.cut-off'), value: <DateLine reader={reader} day={filing.cutOff} /> },
          { label: t('reports.making.fingerprint'), value: <code>{filing.fingerprint.slice(0, 16)}</code> },
          {
            label: t('summary.made.document'),
            value: <a href={href(reader, `/documents/${document.indexNumber}`)}>{document.indexNumber}</a>,
          },
          {
            label: t('reports.making.take-away'),
            value: (
              <TakeAway
                {...{ reader, kinds: ['pdf', 'docx'] }}
                pathOf={(kind) => `/reports/summaries/${year}/summary.${kind}?unit=${unit.code}`}
              />
            ),
          },
        ]}
      />
      {filing.content.headings.map((heading) => (
        <FiledHeading {...{ reader, heading, link }} />
      ))}
      <DriftList {...{ reader, drift }} name={(cell) => figureCellName(reader, cell)} path={(cell) => numberDriftPath(published, cell)} />
    </PublicPage>
  )
}

function FiledHeading({ reader, heading, link }: { reader: Reader; heading: SummaryContent['headings'][number]; link: NumberLink }) {
  const { code, facts, problems, textZh, textEn } = heading
  const text = reader.lang === 'en' ? textEn || textZh : textZh
  if (facts.length === 0 && problems.length === 0 && text === '') return null
  return (
    <section aria-labelledby={`heading-${code}`}>
      <Heading level={2} id={`heading-${code}`}>
        {nameIn(reader, heading)}
      </Heading>
      <SummarySentences {...{ reader, link }} sentences={facts} />
      {problems.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {problems.map((sentence) => (
            <li>
              <SummarySentence {...{ reader, sentence, link }} />
            </li>
          ))}
        </ul>
      )}
      <div class="gk-prose" lang={reader.lang === 'en' && textEn === '' ? 'zh-CN' : undefined}>
        {text
          .split(/\n+/)
          .filter((line) => line.trim() !== '')
          .map((line) => (
            <p>{line}</p>
          ))}
      </div>
    </section>
  )
}

/** One frozen number: how many records stood behind it, and which, as far as the public may know. */
export function FrozenNumberPage({
  reader,
  published,
  number,
  after,
}: {
  reader: Reader
  published: PublishedSummary
  number: FrozenSummaryNumber
  after: number
}): VNode {
  const { t } = reader
  const { unit, year } = published
  const { cell, records, units } = number
  const title = t('summary.title', { unit: nameIn(reader, unit), year })
  const { name, means } = figureWords(reader, number.figure)
  return (
    <PublicPage reader={reader} title={name} section="units" description={means}>
      <Trail
        reader={reader}
        steps={[
          { label: t('summary.public.title'), href: href(reader, '/reports/summaries') },
          { label: title, href: href(reader, summaryPath(year, unit.code)) },
          { label: name },
        ]}
      />
      <Heading kicker={title}>{name}</Heading>
      <FrozenNumber {...{ reader, cell, means, records, after, units }} path={cellPath(published, cell.cell)} />
    </PublicPage>
  )
}

/** A frozen number opens what was frozen with it; a place opens the ranking. */
function numberPath(published: PublishedSummary, number: FiledNumber): string {
  if (number.figure === undefined) return livePath('public', number, published.unit.code, published.year)
  return cellPath(published, cellOf(number))
}

function cellPath({ unit, year }: PublishedSummary, cell: string): string {
  return `/reports/summaries/${year}/figure?unit=${unit.code}&figure=${encodeURIComponent(cell)}`
}

/** Where the records that changed behind a number are listed. */
export function numberDriftPath({ unit, year }: PublishedSummary, cell: string): string {
  return `/reports/summaries/${year}/drift?unit=${unit.code}&cell=${encodeURIComponent(cell)}`
}

export function summaryPath(year: string, unit: string): string {
  return `/reports/summaries/${year}?unit=${unit}`
}
