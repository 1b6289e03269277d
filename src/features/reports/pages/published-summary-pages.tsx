import type { VNode } from 'preact'
import { Empty, Facts, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { Drift } from '../making/drift.ts'
import type { FrozenNumber, PublishedSummary } from '../summaries/read-published-summaries.ts'
import { cellOf, type FiledNumber, type SummaryContent } from '../summaries/summary.ts'
import { figureWords, valueInWords } from './figure-words.ts'
import { RecordList } from './record-list.tsx'
import { SummaryDrift } from './summary-drift.tsx'
import { livePath, SummarySentence, SummarySentences, type NumberLink } from './summary-sentences.tsx'

/** Every work summary that is published, the newest year first. */
export function PublishedSummariesPage({ reader, summaries }: { reader: Reader; summaries: readonly PublishedSummary[] }): VNode {
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
                cells: [nameIn(reader, unit), <DateLine reader={reader} day={filing.cutOff} short />],
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
          { label: t('summary.public.fingerprint'), value: <code>{filing.fingerprint.slice(0, 16)}</code> },
          {
            label: t('summary.made.document'),
            value: <a href={href(reader, `/documents/${document.indexNumber}`)}>{document.indexNumber}</a>,
          },
        ]}
      />
      {filing.content.headings.map((heading) => (
        <FiledHeading {...{ reader, heading, link }} />
      ))}
      <SummaryDrift reader={reader} drift={drift} />
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
      <div lang={reader.lang === 'en' && textEn === '' ? 'zh-CN' : undefined}>
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
}: {
  reader: Reader
  published: PublishedSummary
  number: FrozenNumber
}): VNode {
  const { t } = reader
  const { unit, year } = published
  const { cell, facts, units } = number
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
      <p class="gk-account__number">{valueInWords(reader, cell.value, false)}</p>
      <p>{means}</p>
      <p>{t(cell.origin === 'by-hand' ? 'summary.public.cell.by-hand' : 'summary.public.cell.counted')}</p>
      {cell.ids === undefined ? null : (
        <Facts
          rows={[
            { label: t('summary.public.records'), value: t('reports.public.records', { n: cell.ids.length }) },
            { label: t('summary.public.fingerprint'), value: <code>{cell.fingerprint.slice(0, 16)}</code> },
          ]}
        />
      )}
      {facts.length === 0 ? null : <RecordList {...{ reader, facts, units, count: cell.value, place: 'public', isCase: false }} />}
    </PublicPage>
  )
}

/** A frozen number opens what was frozen with it; a place opens the ranking. */
function numberPath({ unit, year }: PublishedSummary, number: FiledNumber): string {
  if (number.figure === undefined) return livePath('public', number, unit.code, year)
  return `/reports/summaries/${year}/figure?unit=${unit.code}&figure=${encodeURIComponent(cellOf(number))}`
}

function summaryPath(year: string, unit: string): string {
  return `/reports/summaries/${year}?unit=${unit}`
}
