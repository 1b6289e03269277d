import type { ReceiptChannel } from '../../../kernel/case/event.ts'
import type { Facts } from '../../../platform/facts.ts'
import { applicantKinds, casesThat, challengesThat, leavesInRow, outcomes } from '../../applications/index.ts'
import { documentsThat } from '../../publishing/index.ts'
import type { AnnualForm, Cell } from './form.ts'

/** The lines of the catalogue whose documents are counted in a row of table 1, by the row's code. */
export type LinesByRow = ReadonlyMap<string, readonly number[]>

/** The row of the normative documents, which two editions and the statistics form before them count. */
const normativeRow = 'normative-documents'

const documentStands = {
  issued: 'issued',
  repealed: 'repealed',
  valid: 'in-force',
  decisions: 'issued',
  made: 'issued',
  published: 'released',
  'public-total': 'in-force',
} as const

const challengeKinds = {
  reconsideration: 'reconsideration',
  'direct-suit': 'suit',
  'suit-after-reconsideration': 'suit-after-reconsideration',
} as const

const challengeResults = { upheld: 'kept', corrected: 'corrected', other: 'other', pending: 'pending' } as const

const channelsOfForm: Record<string, readonly ReceiptChannel[]> = {
  '3.1.1': ['counter', 'oral'],
  '3.1.2': ['fax'],
  '3.1.3': ['online', 'email'],
  '3.1.4': ['registered-post', 'ordinary-post'],
}

/** The records that a cell of the annual report counts; undefined for a cell that is entered by hand. */
export function findSource(form: AnnualForm, cell: Cell, lines: LinesByRow): Facts | undefined {
  switch (cell.table.code) {
    case 't0':
      return sourceInForm(form, cell.row.code, lines)
    case 't1':
      return sourceOfDocuments(cell.row.code, cell.column.code, lines)
    case 't2':
      return sourceOfCases(form, cell)
    case 't3':
      return sourceOfChallenges(cell.row.code, cell.column.code)
    default:
      return undefined
  }
}

function sourceOfDocuments(row: string, column: string, lines: LinesByRow): Facts | undefined {
  const dutyIds = lines.get(row)
  if (dutyIds === undefined || dutyIds.length === 0 || !Object.hasOwn(documentStands, column)) return undefined
  return documentsThat({ stand: documentStands[column as keyof typeof documentStands], dutyIds })
}

function sourceOfCases(form: AnnualForm, { row, column }: Cell): Facts {
  const applicantKind = applicantKinds.find((kind) => kind === column.code)
  const asked = applicantKind === undefined ? {} : { applicantKind }
  if (row.code === '1') return casesThat({ stand: 'received', ...asked })
  if (row.code === '2') return casesThat({ stand: 'carried-over', ...asked })
  if (row.code === '4') return casesThat({ stand: 'carried-forward', ...asked })
  return casesThat({ stand: 'concluded', ...(row.isTotal === true ? {} : { leaves: leavesOf(form, row.code) }), ...asked })
}

function sourceOfChallenges(row: string, column: string): Facts | undefined {
  const kind = Object.hasOwn(challengeKinds, row) ? challengeKinds[row as keyof typeof challengeKinds] : undefined
  const result = Object.hasOwn(challengeResults, column) ? challengeResults[column as keyof typeof challengeResults] : undefined
  if (kind === undefined || (result === undefined && column !== 'total')) return undefined
  return challengesThat({ kinds: [kind], ...(result === undefined ? {} : { result }) })
}

/** The statistics form before 2019: one column, everything in its rows. */
function sourceInForm(form: AnnualForm, row: string, lines: LinesByRow): Facts | undefined {
  const channels = channelsOfForm[row]
  if (channels !== undefined) return casesThat({ stand: 'received', channels })
  if (row === '1.1') return documentsThat({ stand: 'released' })
  if (row === '1.1.1') return sourceOfDocuments(normativeRow, 'published', lines)
  if (row === '1.1.2') return sourceOfDocuments(normativeRow, 'issued', lines)
  if (row === '3.1') return casesThat({ stand: 'received' })
  if (row === '3.2' || row === '3.3') return casesThat({ stand: 'concluded' })
  if (row === '3.2.2') return casesThat({ stand: 'concluded', isExtended: true })
  if (row === '3.2.1') return casesThat({ stand: 'concluded', isExtended: false })
  const leaves = row.startsWith('3.3.') ? leavesOf(form, row) : []
  return leaves.length > 0 ? casesThat({ stand: 'concluded', leaves }) : sourceOfSuits(row)
}

function sourceOfSuits(row: string): Facts | undefined {
  const results = { '1': 'kept', '2': 'corrected', '3': 'other' } as const
  const [of, part] = row.split('.')
  const result = part === undefined ? undefined : results[part as keyof typeof results]
  if ((of !== '4' && of !== '5') || (part !== undefined && result === undefined)) return undefined
  const kinds = of === '4' ? (['reconsideration'] as const) : (['suit', 'suit-after-reconsideration'] as const)
  return challengesThat({ kinds, ...(result === undefined ? { isDecided: true } : { result }) })
}

/** The outcomes of a row, or of all rows that are part of it. */
function leavesOf(form: AnnualForm, row: string): string[] {
  const of = outcomes.forms.find(({ id }) => id === form.id)
  return of === undefined
    ? []
    : of.rows.filter((one) => one.row === row || one.row.startsWith(`${row}.`)).flatMap((one) => leavesInRow(of, one.row))
}
