import type { VNode } from 'preact'
import type { Fact } from '../../../platform/facts.ts'
import { OpenFigure } from '../../../ui/figure.tsx'
import { Empty, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Question } from '../figures/count-figures.ts'
import type { CountedLine } from '../figures/read-by-line.ts'
import { CountedShell } from './counted-shell.tsx'
import { figurePath, type Place } from './figure-words.ts'
import { RecordList } from './record-list.tsx'

export interface ByLinePageProps {
  reader: Reader
  place: Place
  question: Question
  lines: readonly CountedLine[]
}

/** What was made public in a period by column and line, every number open. */
export function ByLinePage({ reader, place, question, lines }: ByLinePageProps): VNode {
  const { t } = reader
  return (
    <CountedShell {...{ reader, place, question, title: t('summary.by-line.title') }} description={t('summary.by-line.lead')}>
      <Lead>{t('summary.by-line.lead')}</Lead>
      {lines.length === 0 ? (
        <Empty title={t('summary.by-line.none')} />
      ) : (
        <DataList
          caption={t('summary.by-line.title')}
          columns={[{ label: t('summary.by-line.line') }, { label: t('summary.by-line.count'), kind: 'number' }]}
          rows={lines.map((line) => ({
            cells: [
              line.kind === 'column' ? <strong>{nameIn(reader, line)}</strong> : nameIn(reader, line),
              <OpenFigure
                reader={reader}
                value={line.count}
                href={href(reader, linePath(place, question, line))}
                label={nameIn(reader, line)}
              />,
            ],
            note: line.kind === 'column' ? t('summary.by-line.column') : undefined,
          }))}
        />
      )}
    </CountedShell>
  )
}

export interface LineRecordsPageProps extends Omit<ByLinePageProps, 'lines'> {
  line: CountedLine
  facts: readonly Fact[]
  after: number
  next?: number | undefined
}

/** The documents behind one column or line. */
export function LineRecordsPage({ reader, place, question, line, facts, after, next }: LineRecordsPageProps): VNode {
  const title = reader.t('summary.by-line.of', { name: nameIn(reader, line) })
  const path = linePath(place, question, line)
  return (
    <CountedShell {...{ reader, place, question, title }} description={title}>
      <p class="gk-account__number">
        <OpenFigure reader={reader} value={line.count} />
      </p>
      <RecordList
        {...{ reader, facts, units: question.units, count: line.count, place, isCase: false }}
        download={href(reader, `${path}&as=csv`)}
        older={next === undefined ? undefined : href(reader, `${path}&after=${next}`)}
        newer={after === 0 ? undefined : href(reader, path)}
      />
    </CountedShell>
  )
}

function linePath(place: Place, { unit, period }: Question, { kind, code }: CountedLine): string {
  return figurePath(place, { code: 'by-line' }, { unit: unit?.code, period: period.code, [kind]: code })
}
