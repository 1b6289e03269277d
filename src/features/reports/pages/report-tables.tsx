import type { VNode } from 'preact'
import { OpenFigure } from '../../../ui/figure.tsx'
import { Heading } from '../../../ui/heading.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { cellsOf, type AnnualForm, type Block, type Cell, type Row, type Table } from '../annual/form.ts'
import { headed } from '../annual/heading.ts'

/** What a cell shows: its number and where it leads; null for one that is blank. */
export interface ShownCell {
  value: number | null
  href?: string | undefined
  byHand?: boolean | undefined
  isAtLeast?: boolean | undefined
}

export interface ReportTablesProps {
  reader: Reader
  form: AnnualForm
  /** The tables of this section alone. */
  section: string
  show: (cell: Cell) => ShownCell
}

/** The statutory tables of a section, every number open. A wide one scrolls in its own box. */
export function ReportTables({ reader, form, section, show }: ReportTablesProps): VNode {
  return (
    <>
      {form.tables
        .filter((table) => table.section === section)
        .map((table) => (
          <section aria-labelledby={table.code}>
            <Heading level={3} id={table.code}>
              {nameIn(reader, table)}
            </Heading>
            {table.blocks.map((block, at) => (
              <BlockTable
                {...{ reader, form, table, block, show }}
                name={`${nameIn(reader, table)}${table.blocks.length > 1 ? ` ${at + 1}` : ''}`}
              />
            ))}
          </section>
        ))}
    </>
  )
}

type BlockProps = Omit<ReportTablesProps, 'section'> & { table: Table; block: Block; name: string }

function BlockTable({ reader, form, table, block, show, name }: BlockProps) {
  const cells = new Map(cellsOf(form).map((cell) => [cell.address, cell]))
  let headings = ''
  return (
    <div class="gk-sheet__scroll" role="region" aria-label={reader.t('reports.table.scroll', { name })} tabindex={0}>
      <table class="gk-sheet">
        <caption class="govuk-visually-hidden">{name}</caption>
        <thead>
          <tr>
            <td>{block.name === undefined ? '' : headed(reader, block.name)}</td>
            {block.columns.map((column) => (
              <th scope="col">
                {column.heading === undefined ? null : <span class="gk-sheet__above">{headed(reader, column.heading)} </span>}
                {headed(reader, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => {
            const above = row.headings.map((heading) => nameIn(reader, heading)).join(' · ')
            const isNew = above !== headings && above !== ''
            headings = above
            return (
              <>
                {isNew ? (
                  <tr class="gk-sheet__group">
                    <th scope="colgroup" colSpan={block.columns.length + 1}>
                      {above}
                    </th>
                  </tr>
                ) : null}
                <SheetRow {...{ reader, table, block, row, cells, show }} />
              </>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function SheetRow({
  reader,
  table,
  block,
  row,
  cells,
  show,
}: Omit<BlockProps, 'form' | 'name'> & { row: Row; cells: ReadonlyMap<string, Cell> }) {
  return (
    <tr class={row.isTotal === true ? 'gk-sheet__total' : undefined}>
      <th scope="row">{headed(reader, row)}</th>
      {block.columns.map((column) => {
        const cell = cells.get(`${table.code}/${row.code}/${column.code}`)
        if (cell === undefined) return <td class="gk-sheet__number">—</td>
        const { value, href, byHand, isAtLeast } = show(cell)
        return (
          <td class="gk-sheet__number">
            <OpenFigure
              reader={reader}
              value={value === null ? '—' : isAtLeast === true ? reader.t('account.at-least', { number: value }) : value}
              href={href}
              byHand={byHand}
              label={`${nameIn(reader, row)}, ${nameIn(reader, column)}`}
            />
          </td>
        )
      })}
    </tr>
  )
}
