import { classes, more, type Attributes } from './attributes.ts'
import { say, type Absent, type Content } from './content.ts'

export interface TableProps {
  rows?: ((TableCell | Absent)[] | Absent)[]
  head?: (TableHead | Absent)[]
  caption?: string
  captionClasses?: string
  firstCellIsHeader?: boolean
  classes?: string
  attributes?: Attributes
}

export interface TableCell extends Content {
  /** `numeric` sets figures to the right. */
  format?: string
  colspan?: number
  rowspan?: number
  classes?: string
  attributes?: Attributes
}

export type TableHead = TableCell

/** Rows and columns. The caption names the table for those who hear it. */
export function Table(props: TableProps) {
  return (
    <table class={classes('govuk-table', props.classes)} {...more(props.attributes)}>
      {props.caption && <caption class={classes('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{props.head.map((cell) => cell && <HeaderCell cell={cell} scope="col" />)}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows?.map((row) => row && <tr class="govuk-table__row">{row.map((cell, index) => drawCell(props, cell, index))}</tr>)}
      </tbody>
    </table>
  )
}

function drawCell(table: TableProps, cell: TableCell | Absent, index: number) {
  const given = cell || {}
  if (index === 0 && table.firstCellIsHeader) return <HeaderCell cell={{ ...given, format: undefined }} scope="row" />
  return (
    <td class={classes('govuk-table__cell', given.format && `govuk-table__cell--${given.format}`, given.classes)} {...span(given)}>
      {say(given)}
    </td>
  )
}

function HeaderCell({ cell, scope }: { cell: TableCell; scope: 'col' | 'row' }) {
  return (
    <th
      scope={scope}
      class={classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}
      {...span(cell)}
    >
      {say(cell)}
    </th>
  )
}

function span(cell: TableCell) {
  return { colspan: cell.colspan || undefined, rowspan: cell.rowspan || undefined, ...more(cell.attributes) }
}
