import type { Term } from '../../../kernel/clock.ts'
import type { Day } from '../../../kernel/day.ts'
import { laidDown, type Duty, type DutyRefusal } from '../duty.ts'
import type { ColumnName } from './heading.ts'
import type { ReadLine, RowProblem } from './line.ts'

/** A line that stands, as far as an import needs to know it. */
export interface Standing extends Duty {
  id: number
  version: number
  categoryId: number
  unitIds: number[]
  above?: { lineId: number; editionId: number }
}

/** A line of the sheet with its code and its units found. */
export interface Placed extends ReadLine {
  code: string
  unitIds: number[]
}

export interface Merge {
  added: Placed[]
  changed: { line: Placed; before: Standing }[]
  same: number
  problems: RowProblem[]
}

export interface MergeSurroundings {
  standing: ReadonlyMap<string, Standing>
  /** The names of every category from the top down, joined, by its id. */
  categories: ReadonlyMap<number, string>
  /** The units below the one for which the sheet is read, itself included. */
  reach: ReadonlySet<number>
  statute: Term
}

/**
 * What a sheet does to the catalogue: which lines are new, which change, and every reason why some may not. A line is known by its code;
 * one that was there and says the same changes nothing. A line keeps the day since which it stands when the sheet does not name one.
 */
export function mergeLines(lines: readonly Placed[], around: MergeSurroundings): Merge {
  const merge: Merge = { added: [], changed: [], same: 0, problems: [] }
  const seen = new Map<string, number>()
  for (const line of lines) {
    const before = around.standing.get(line.code)
    const tell = (column: ColumnName, problem: RowProblem['problem'], found = ''): void => {
      merge.problems.push({ row: line.row, column, problem, found })
    }
    const earlier = seen.get(line.code)
    if (earlier === undefined) seen.set(line.code, line.row)
    else tell('title', 'twice', String(earlier))
    const sound = laidDown({ ...line.duty, code: line.code }, around.statute)
    if (!sound.ok) for (const refusal of sound.refusals) tellRefusal(refusal, tell)
    if (before === undefined) merge.added.push(line)
    else if (isAlike(line, before, around.categories)) merge.same += 1
    else if (before.above !== undefined) tell('title', 'laid-down-above', line.duty.titleZh)
    else if (before.unitIds.some((id) => !around.reach.has(id))) tell('code', 'code-elsewhere', line.code)
    else merge.changed.push({ line, before })
  }
  return merge
}

/** What the reading of the row has told already is not told again. */
function tellRefusal(refusal: DutyRefusal, tell: (column: ColumnName, problem: RowProblem['problem']) => void): void {
  const told: Partial<Record<DutyRefusal, [ColumnName, RowProblem['problem']]>> = {
    'looser-than-statute': ['rule', 'looser-than-statute'],
    'days-wrong': ['rule', 'days-wrong'],
    'date-wrong': ['rule', 'date-wrong'],
    'ends-before-start': ['until', 'ends-before-start'],
  }
  const [column, problem] = told[refusal] ?? []
  if (column !== undefined && problem !== undefined) tell(column, problem)
}

function isAlike(line: Placed, before: Standing, categories: ReadonlyMap<number, string>): boolean {
  return (
    JSON.stringify(fingerprint(line.duty, line.category.join(' / '), line.unitIds)) ===
    JSON.stringify(fingerprint(before, categories.get(before.categoryId) ?? '', before.unitIds))
  )
}

function fingerprint(duty: Omit<Duty, 'code'>, category: string, unitIds: readonly number[]): unknown[] {
  const rule = Object.entries(duty.rule).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const texts = [duty.titleZh, duty.titleEn, duty.elementsZh, duty.elementsEn, duty.basisZh, duty.basisEn, duty.guidanceZh, duty.guidanceEn]
  const sets = [duty.channels, duty.levels].map((names) => [...names].map(String).toSorted((one, other) => (one < other ? -1 : 1)))
  const units = unitIds.toSorted((one, other) => one - other)
  const words = texts.map((text) => text.trim())
  return [
    words,
    rule,
    sets,
    units,
    category,
    duty.audience,
    duty.mode,
    duty.isRequired,
    duty.genre,
    duty.subject,
    duty.sinceOn,
    duty.untilOn ?? '',
  ]
}

/** The day since which a line stands: what the sheet says, else what was known, else today. */
export function sinceOf(line: ReadLine, named: boolean, before: Pick<Standing, 'sinceOn'> | undefined): Day {
  return named || before === undefined ? line.duty.sinceOn : before.sinceOn
}
