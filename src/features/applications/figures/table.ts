import type { Day } from '../../../kernel/day.ts'
import { applicantKinds, type ApplicantKind } from '../law/kind.ts'
import { rowIn, type OutcomeForm, type Outcomes } from '../law/leaf.ts'

/** A case as the statutory table needs it. */
export interface CountedCase {
  id: number
  applicantKind: ApplicantKind
  receivedOn: Day
  endedOn?: Day | undefined
  /** The code of its one outcome; '' while it has none. */
  leaf: string
}

/** The cases behind one row: by column, and all together. */
export type RowCells = Record<ApplicantKind | 'total', readonly number[]>

/**
 * The statutory table of a year (table 2 of the annual report), with the cases behind each cell. `received` is its row 1, `carriedOver`
 * row 2, `outcomes` rows 3.1 and following by the row of the form, `concluded` their total, `carriedForward` row 4.
 */
export interface OutcomeTable {
  year: number
  form: OutcomeForm
  received: RowCells
  carriedOver: RowCells
  outcomes: { row: string; nameZh: string; nameEn: string; cells: RowCells }[]
  concluded: RowCells
  carriedForward: RowCells
  /** Ended in the year without an outcome that the form knows: they must be mended before anybody reports. */
  unplaced: readonly number[]
}

/** What in a table contradicts itself, by the number of the identity. */
export type TableFault = 'I1' | 'I2' | 'I3' | 'I10'

/**
 * Counts cases into the table of a year. Give every case that was received no later than its last day and had not ended before its
 * first: a case is received in the year of its legal receipt, ends in the year of its reply or closing, and is open in between.
 */
export function outcomeTable(outcomes: Outcomes, form: OutcomeForm, year: number, cases: readonly CountedCase[]): OutcomeTable {
  const first = `${year}-01-01`
  const last = `${year}-12-31`
  const active = cases.filter((one) => one.receivedOn <= last && (one.endedOn === undefined || one.endedOn >= first))
  const ended = active.filter((one) => one.endedOn !== undefined && one.endedOn <= last)
  const rowOf = new Map(outcomes.leaves.map((leaf) => [leaf.code, rowIn(outcomes, form, leaf)?.row]))
  const placed = ended.filter((one) => rowOf.get(one.leaf) !== undefined)
  return {
    year,
    form,
    received: cellsOf(active.filter((one) => one.receivedOn >= first)),
    carriedOver: cellsOf(active.filter((one) => one.receivedOn < first)),
    outcomes: form.rows
      .filter((row) => row.isTotal !== true)
      .map(({ row, nameZh, nameEn }) => ({ row, nameZh, nameEn, cells: cellsOf(placed.filter((one) => rowOf.get(one.leaf) === row)) })),
    concluded: cellsOf(placed),
    carriedForward: cellsOf(active.filter((one) => one.endedOn === undefined || one.endedOn > last)),
    unplaced: ended.filter((one) => rowOf.get(one.leaf) === undefined).map((one) => one.id),
  }
}

/**
 * The identities that a table breaks: I1 columns add up to the total, I2 received and carried over are concluded and carried forward,
 * I3 the outcomes add up, I10 every case stands in one place. Empty for a table that may be reported.
 */
export function faultsIn(table: OutcomeTable): TableFault[] {
  const { received, carriedOver, outcomes, concluded, carriedForward, unplaced } = table
  const rows = [received, carriedOver, ...outcomes.map((one) => one.cells), concluded, carriedForward]
  const columns = [...applicantKinds, 'total'] as const
  const found: TableFault[] = []
  if (rows.some((row) => row.total.length !== applicantKinds.reduce((sum, kind) => sum + row[kind].length, 0))) found.push('I1')
  if (columns.some((of) => received[of].length + carriedOver[of].length !== concluded[of].length + carriedForward[of].length))
    found.push('I2')
  if (columns.some((of) => concluded[of].length !== outcomes.reduce((sum, row) => sum + row.cells[of].length, 0))) found.push('I3')
  const standing = [...outcomes.flatMap((row) => row.cells.total), ...carriedForward.total]
  if (unplaced.length > 0 || new Set(standing).size !== standing.length) found.push('I10')
  return found
}

function cellsOf(cases: readonly CountedCase[]): RowCells {
  const of = (kind: ApplicantKind) => cases.filter((one) => one.applicantKind === kind).map((one) => one.id)
  const cells = Object.fromEntries(applicantKinds.map((kind) => [kind, of(kind)])) as Record<ApplicantKind, number[]>
  return { ...cells, total: cases.map((one) => one.id) }
}
