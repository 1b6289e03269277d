import type { ProblemRule } from './template.ts'

/** What the records know of a unit and a year: figures by code, and what each of the units right below it has of some. */
export interface Known {
  values: ReadonlyMap<string, number>
  byUnit: ReadonlyMap<string, readonly { unitId: number; count: number }[]>
}

/** A number in a proposed problem, with the figure from which it comes, and the unit whose it is where it is not that of the summary. */
export interface ProblemNumber {
  name: string
  value: number
  figure: string
  unitId?: number | undefined
}

/** A problem that the records show. It names its figures; without them it would be an opinion. */
export interface Problem {
  code: string
  numbers: ProblemNumber[]
  /** Where it is one unit that has nearly everything. */
  unitId?: number | undefined
}

/** The problems that the rules find in what is known, in their order. Where a number is not known, nothing is proposed. */
export function proposeProblems(rules: readonly ProblemRule[], known: Known): Problem[] {
  return rules.flatMap((rule) => (rule.kind === 'uneven' ? uneven(rule, known) : parted(rule, known)))
}

function parted(rule: Exclude<ProblemRule, { kind: 'uneven' }>, { values }: Known): Problem[] {
  const [part, whole] = [values.get(rule.part), values.get(rule.whole)]
  if (part === undefined || whole === undefined || whole < rule.fewest) return []
  const isShown = rule.kind === 'missing' ? part < whole : part > 0 && part >= whole * rule.atLeast
  if (!isShown) return []
  const numbers = [
    { name: 'part', value: part, figure: rule.part },
    { name: 'whole', value: whole, figure: rule.whole },
  ]
  return [{ code: rule.code, numbers }]
}

function uneven(rule: Extract<ProblemRule, { kind: 'uneven' }>, { values, byUnit }: Known): Problem[] {
  const whole = values.get(rule.of)
  const units = byUnit.get(rule.of) ?? []
  const most = units.toSorted((one, other) => other.count - one.count)[0]
  if (whole === undefined || most === undefined || units.length < rule.fewestUnits || whole < rule.fewest) return []
  if (most.count < whole * rule.atLeast) return []
  const numbers = [
    { name: 'part', value: most.count, figure: rule.of, unitId: most.unitId },
    { name: 'whole', value: whole, figure: rule.of },
  ]
  return [{ code: rule.code, numbers, unitId: most.unitId }]
}
