import type { VNode } from 'preact'
import { Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import { sayNotes } from '../annual/compose-notes.ts'
import type { Drift } from '../making/drift.ts'
import type { FrozenRecords } from '../published/list-frozen.ts'
import type { Unit } from '../../organisations/index.ts'
import type { FiledCell } from '../making/queries-cells.ts'
import type { PublishedView } from '../published/read-published.ts'
import { cellName } from './cell-words.ts'
import { DriftList } from './drift-list.tsx'
import { FactSentences } from './fact-sentences.tsx'
import { figurePath } from './figure-words.ts'
import { FrozenNumber } from './frozen-number.tsx'
import { ReportTables } from './report-tables.tsx'
import { TakeAway } from './take-away.tsx'

/** One annual report: what was filed, in the order of the form, and what has changed since. */
export function PublishedPage({ reader, view, drift }: { reader: Reader; view: PublishedView; drift: readonly Drift[] }): VNode {
  const { t, lang } = reader
  const { unit, report, filing, form, document } = view
  const title = t('reports.annual.title', { unit: nameIn(reader, unit), year: report.period })
  const asked = { unit: unit.code, alone: report.withBelow ? undefined : 'yes', period: report.period }
  return (
    <PublicPage reader={reader} title={title} section="units" wide description={title}>
      <ReportsTrail reader={reader} page={title} />
      <Heading>{title}</Heading>
      <Facts
        rows={[
          { label: t('reports.public.column.filed'), value: <DateLine reader={reader} day={filing.cutOff} /> },
          { label: t('reports.making.fingerprint'), value: <code>{filing.fingerprint.slice(0, 16)}</code> },
          {
            label: t('reports.public.document'),
            value: <a href={href(reader, `/documents/${document.indexNumber}`)}>{document.indexNumber}</a>,
          },
          {
            label: t('reports.making.take-away'),
            value: (
              <TakeAway
                {...{ reader, kinds: ['pdf', 'docx', 'xlsx', 'json'] }}
                pathOf={(kind) => `/reports/annual/${report.period}/report.${kind}?unit=${unit.code}`}
              />
            ),
          },
        ]}
      />
      {form.sections.map((section) => (
        <section aria-labelledby={`section-${section.numeral}`}>
          <Heading level={2} id={`section-${section.numeral}`}>
            {lang === 'zh' ? `${section.numeral}、${section.nameZh}` : section.nameEn}
          </Heading>
          <FactSentences
            reader={reader}
            facts={view.facts.get(section.numeral) ?? []}
            link={({ cell, figure }) =>
              cell === undefined
                ? { href: href(reader, figurePath('public', { code: figure ?? '' }, asked)) }
                : { href: cellHref(reader, view, cell) }
            }
          />
          <WrittenText {...{ reader, view }} numeral={section.numeral} />
          <ReportTables
            reader={reader}
            form={form}
            section={section.numeral}
            show={({ address }) => {
              const cell = view.cells.get(address)
              return {
                ...{ value: cell?.value ?? null, byHand: cell?.origin === 'by-hand', isAtLeast: cell?.isAtLeast },
                href: cell && cellHref(reader, view, address),
              }
            }}
          />
        </section>
      ))}
      <Notes reader={reader} notes={filing.content.notes ?? {}} />
      <DriftList {...{ reader, drift }} name={(cell) => cellName(reader, form, cell)} path={(cell) => driftPath(view, cell)} />
    </PublicPage>
  )
}

/** Why identities do not hold, as it was filed. */
function Notes({ reader, notes }: { reader: Reader; notes: Readonly<Record<string, string>> }) {
  const said = sayNotes(reader.t, notes)
  if (said.length === 0) return null
  return (
    <section aria-labelledby="notes">
      <Heading level={2} id="notes">
        {reader.t('reports.notes')}
      </Heading>
      <div class="gk-prose" lang={reader.lang === 'en' ? 'zh-CN' : undefined}>
        {said.map((line) => (
          <p>{line}</p>
        ))}
      </div>
    </section>
  )
}

/** What people wrote, as it was filed; the English text where there is one. */
function WrittenText({ reader, view, numeral }: { reader: Reader; view: PublishedView; numeral: string }) {
  const { texts } = view.filing
  const zh = texts[numeral] ?? ''
  const en = reader.lang === 'en' ? (texts[`${numeral}/en`] ?? '') : ''
  const lines = (en === '' ? zh : en).split(/\n+/).filter((line) => line.trim() !== '')
  const isBare = !view.form.tables.some(({ section }) => section === numeral) && (view.facts.get(numeral) ?? []).length === 0
  if (lines.length === 0) return isBare ? <p class="gk-quiet">{reader.t('reports.public.nothing')}</p> : null
  return (
    <div class="gk-prose" lang={en === '' && reader.lang === 'en' ? 'zh-CN' : undefined}>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  )
}

export interface PublishedCellPageProps {
  reader: Reader
  view: PublishedView
  cell: FiledCell
  /** The documents behind it; of cases nothing is listed. */
  records?: FrozenRecords | undefined
  after: number
  units: readonly Unit[]
}

/** One cell of a published report: how many records stood behind it when it was frozen, or that it was entered by hand. */
export function PublishedCellPage({ reader, view, cell, records, after, units }: PublishedCellPageProps): VNode {
  const { t } = reader
  const { unit, report, form } = view
  const title = t('reports.annual.title', { unit: nameIn(reader, unit), year: report.period })
  const name = cellName(reader, form, cell.cell)
  return (
    <PublicPage reader={reader} title={name} section="units" description={name}>
      <Trail
        reader={reader}
        steps={[
          { label: t('reports.public.title'), href: href(reader, '/reports') },
          { label: title, href: href(reader, reportPath(report.period, unit.code)) },
          { label: name },
        ]}
      />
      <Heading kicker={title}>{name}</Heading>
      <FrozenNumber {...{ reader, cell, records, after, units }} path={cellPath(view, cell.cell)} />
    </PublicPage>
  )
}

function cellHref(reader: Reader, view: PublishedView, address: string): string {
  return href(reader, cellPath(view, address))
}

function cellPath({ unit, report }: PublishedView, address: string): string {
  return `/reports/annual/${report.period}/cell?unit=${unit.code}&cell=${encodeURIComponent(address)}`
}

/** Where the records that changed behind a cell are listed. */
export function driftPath({ unit, report }: PublishedView, address: string): string {
  return `/reports/annual/${report.period}/drift?unit=${unit.code}&cell=${encodeURIComponent(address)}`
}

export function reportPath(year: string, unit: string): string {
  return `/reports/annual/${year}?unit=${unit}`
}

function ReportsTrail({ reader, page }: { reader: Reader; page: string }) {
  return <Trail reader={reader} steps={[{ label: reader.t('reports.public.title'), href: href(reader, '/reports') }, { label: page }]} />
}
