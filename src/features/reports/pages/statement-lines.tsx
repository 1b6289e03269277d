import type { VNode } from 'preact'
import { OpenFigure } from '../../../ui/figure.tsx'
import { Empty, Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { periodOf } from '../statements/read-quarter-lines.ts'
import { addressOf, statementColumns, type StatementCell, type StatementLine } from '../statements/statement.ts'
import type { StatementView } from '../statements/read-statement.ts'
import { statistics } from '../statements/load-statistics.ts'
import { figurePath, valueInWords } from './figure-words.ts'

/** Names the cells of a statement: the line, and the column. */
export function lineNames(reader: Reader, lines: readonly StatementLine[]): (address: string) => string {
  const names = new Map(
    lines.flatMap((line) =>
      line.cells.map(({ column }) => [addressOf(line.code, column), `${nameIn(reader, line)} · ${reader.t(`rounds.column.of.${column}`)}`]),
    ),
  )
  return (address) => names.get(address) ?? address
}

/** The lines of a statement with their numbers, each a link to its records; what nobody reported yet leads to where it is entered. */
export function StatementLines({ reader, view }: { reader: Reader; view: StatementView }): VNode {
  const { t, lang } = reader
  const { made, unit } = view
  const { kind } = made.content
  const columns = statementColumns[kind]
  return (
    <section aria-labelledby="statement-lines">
      <Heading level={2} id="statement-lines">
        {t('rounds.lines')}
      </Heading>
      {kind === 'quarter' ? (
        <p class="gk-quiet">
          {t('rounds.statistics-basis', {
            basis: lang === 'zh' ? statistics.basisZh : statistics.basisEn,
            sure: t(`rounds.sure.${statistics.confidence}`),
          })}
        </p>
      ) : null}
      {made.lines.length === 0 ? (
        <Empty title={t('rounds.no-lines')} />
      ) : (
        <DataList
          caption={t('rounds.lines')}
          columns={[
            { label: t('rounds.column.line') },
            ...columns.map((one) => ({ label: t(`rounds.column.of.${one}`), kind: 'number' as const })),
          ]}
          rows={made.lines.map((line) => ({
            cells: [nameIn(reader, line), ...line.cells.map((cell) => <Shown {...{ reader, view, line, cell }} />)],
            note: kind === 'half-year' ? noteOf(reader, line) : undefined,
          }))}
        />
      )}
      {kind === 'quarter' && reader.may('figures.enter', unit.path) ? (
        <p>
          <a href={href(reader, `/desk/figures/enter?unit=${unit.code}&period=${made.content.period}`)}>{t('account.enter')}</a>
        </p>
      ) : null}
    </section>
  )
}

interface ShownProps {
  reader: Reader
  view: StatementView
  line: StatementLine
  cell: StatementCell
}

function Shown({ reader, view, line, cell }: ShownProps) {
  const { made, unit } = view
  const { period } = made.question
  if (cell.value === null) {
    const enter = `/desk/figures/enter?unit=${unit.code}&period=${period.code}&figure=${line.code}`
    const mayEnter = cell.column === 'current' && reader.may('figures.enter', unit.path)
    return mayEnter ? (
      <a href={href(reader, enter)}>{reader.t('rounds.enter')}</a>
    ) : (
      <span class="gk-quiet">{reader.t('account.not-reported')}</span>
    )
  }
  const entered = figurePath('desk', { code: line.code }, { unit: unit.code, period: periodOf(cell.column, period).code })
  const behind = `/desk/reports/statements/${view.report.id}?cell=${addressOf(line.code, cell.column)}#records`
  return (
    <OpenFigure
      {...{ reader, value: valueInWords(reader, cell.value, cell.isAtLeast), byHand: cell.origin === 'by-hand' }}
      href={href(reader, cell.origin === 'by-hand' ? entered : behind)}
      label={`${nameIn(reader, line)} ${reader.t(`rounds.column.of.${cell.column}`)}`}
    />
  )
}

/** A line with something open says so in words. */
function noteOf(reader: Reader, { cells }: StatementLine): string | undefined {
  const open = cells.find(({ column }) => column === 'overdue')?.value ?? 0
  return open > 0 ? reader.t('rounds.line-open', { n: open }) : undefined
}
