import type { CircularRow } from './circular.ts'
import type { Method } from './ranking.ts'

/** What a figure gives reason to say of a unit. */
export interface Proposal {
  part: 'praise' | 'problems'
  kind: 'ranked' | 'all-in-time' | 'nothing-entered' | 'overdue' | 'late' | 'waiting'
  unitId: number
  nameZh: string
  nameEn: string
  /** The numbers that give the reason, by figure, in the order of the sentence. */
  numbers: readonly { figure: string; value: number }[]
  rank?: number | undefined
}

export interface ProposalRules {
  praisedRanks: number
  latePercent: number
  waitingPercent: number
}

/** Praise and problems that the figures of a circular give reason for, unit by unit; nothing that they do not show. */
export function proposalsFor(rows: readonly CircularRow[], method: Method, rules: ProposalRules): Proposal[] {
  return rows.flatMap((row) => [...praiseOf(row, method, rules), ...problemsOf(row, rules)])
}

function praiseOf(row: CircularRow, method: Method, rules: ProposalRules): Proposal[] {
  const { unitId, nameZh, nameEn, rank } = row
  const found: Proposal[] = []
  const unit = { part: 'praise', unitId, nameZh, nameEn } as const
  if (rank !== undefined && rank <= rules.praisedRanks)
    found.push({
      ...unit,
      kind: 'ranked',
      rank,
      numbers: numbersOf(row, method.over === undefined ? [method.of] : [method.of, method.over]),
    })
  if (of(row, 'tasks-in-time') >= method.minimum && of(row, 'tasks-late') === 0 && of(row, 'tasks-overdue') === 0)
    found.push({ ...unit, kind: 'all-in-time', numbers: numbersOf(row, ['tasks-in-time']) })
  return found
}

function problemsOf(row: CircularRow, rules: ProposalRules): Proposal[] {
  const { unitId, nameZh, nameEn } = row
  const [inTime, late, overdue] = [of(row, 'tasks-in-time'), of(row, 'tasks-late'), of(row, 'tasks-overdue')]
  const [entered, waiting] = [of(row, 'documents-entered'), of(row, 'documents-waiting')]
  const found: [Proposal['kind'], boolean, string[]][] = [
    ['nothing-entered', entered === 0 && row.unranked !== 'ended', ['documents-entered']],
    ['overdue', overdue > 0, ['tasks-overdue']],
    ['late', late > 0 && late * 100 >= rules.latePercent * (inTime + late + overdue), ['tasks-late']],
    ['waiting', waiting > 0 && waiting * 100 >= rules.waitingPercent * entered, ['documents-waiting', 'documents-entered']],
  ]
  return found.flatMap(([kind, isSo, figures]): Proposal[] =>
    isSo ? [{ part: 'problems', kind, unitId, nameZh, nameEn, numbers: numbersOf(row, figures) }] : [],
  )
}

function numbersOf(row: CircularRow, figures: readonly string[]): Proposal['numbers'] {
  return figures.map((figure) => ({ figure, value: of(row, figure) }))
}

function of({ counts }: CircularRow, figure: string): number {
  return counts[figure] ?? 0
}
