/** A sum that a table shows or implies: the cells of `parts` make the cell `total`. Cells are named by their place. */
export interface Sum {
  total: number
  parts: readonly number[]
}

/** `shown` as it is; `small`: below the least that is shown, said as such; `hidden`: not small, kept back so that no sum gives a small one away. */
export type CellState = 'shown' | 'small' | 'hidden'

/**
 * Which cells of a table may be shown, so that nobody can reckon out how many a small cell holds. Nought is shown: it points at nobody.
 * Every other count below `smallest` is not; and where the sums would give one of those away, further cells are kept back, the least
 * telling first. The reader is taken to know the rules: a small cell holds 1 to smallest − 1, a hidden one at least `smallest`.
 */
export function protect(cells: readonly number[], sums: readonly Sum[], smallest: number): CellState[] {
  const states = cells.map((count): CellState => (count > 0 && count < smallest ? 'small' : 'shown'))
  for (;;) {
    const given = givenAway(cells, states, sums, smallest)
    const kept = new Set(given.flatMap((cell) => nextToHide(cell, cells, states, sums) ?? []))
    if (kept.size === 0) return states
    for (const cell of kept) states[cell] = 'hidden'
  }
}

/** The small cells whose count follows from what is shown. */
export function givenAway(cells: readonly number[], states: readonly CellState[], sums: readonly Sum[], smallest: number): number[] {
  const equations = sums.map((sum) => equationOf(sum, cells, states)).filter((one) => one.terms.size > 0)
  const { least, most } = boundsOf(cells.length, states, equations, smallest)
  const solved = solvedBy(equations)
  return states.flatMap((state, cell) => (state === 'small' && (least[cell] === most[cell] || solved.has(cell)) ? [cell] : []))
}

/** What is unknown in a sum: its terms with their signs, which together make `value`. */
interface Equation {
  terms: Map<number, number>
  value: number
}

function equationOf({ total, parts }: Sum, cells: readonly number[], states: readonly CellState[]): Equation {
  const terms = new Map<number, number>()
  let value = 0
  const add = (cell: number, sign: number): void => {
    if (states[cell] === 'shown') value -= sign * (cells[cell] ?? 0)
    else terms.set(cell, (terms.get(cell) ?? 0) + sign)
  }
  for (const part of parts) add(part, 1)
  add(total, -1)
  return { terms, value }
}

/** The least and the most that each unknown cell can be, narrowed by one sum after another until nothing narrows any more. */
function boundsOf(
  count: number,
  states: readonly CellState[],
  equations: readonly Equation[],
  smallest: number,
): { least: number[]; most: number[] } {
  const least = Array.from({ length: count }, (_, cell) => (states[cell] === 'small' ? 1 : smallest))
  const most = Array.from({ length: count }, (_, cell) => (states[cell] === 'small' ? smallest - 1 : Infinity))
  for (let isNarrower = true; isNarrower;) {
    isNarrower = false
    for (const { terms, value } of equations) {
      for (const [cell, sign] of terms) {
        const [low, high] = restOf(terms, cell, least, most)
        const ends = [(value - low) * sign, (value - high) * sign]
        const [from, until] = [Math.max(least[cell] ?? 0, Math.min(...ends)), Math.min(most[cell] ?? 0, Math.max(...ends))]
        if (from > (least[cell] ?? 0) || until < (most[cell] ?? 0)) isNarrower = true
        least[cell] = from
        most[cell] = until
      }
    }
  }
  return { least, most }
}

/** The least and the most that the other terms of an equation can make together. */
function restOf(terms: ReadonlyMap<number, number>, cell: number, least: readonly number[], most: readonly number[]): [number, number] {
  let [low, high] = [0, 0]
  for (const [other, sign] of terms) {
    if (other === cell) continue
    low += sign > 0 ? (least[other] ?? 0) : -(most[other] ?? 0)
    high += sign > 0 ? (most[other] ?? 0) : -(least[other] ?? 0)
  }
  return [low, high]
}

/** The unknowns that the equations fix together: those which stand alone in a row once the others are eliminated. */
function solvedBy(equations: readonly Equation[]): Set<number> {
  const rows = equations.map(({ terms }) => new Map(terms))
  const used = new Set<number>()
  for (const cell of new Set(rows.flatMap((row) => [...row.keys()]))) {
    const pivot = rows.findIndex((row, at) => !used.has(at) && (row.get(cell) ?? 0) !== 0)
    const lead = rows[pivot]
    if (lead === undefined) continue
    used.add(pivot)
    rows.forEach((row, at) => {
      const factor = (row.get(cell) ?? 0) / (lead.get(cell) ?? 1)
      if (at !== pivot && factor !== 0) subtract(row, lead, factor)
    })
  }
  return new Set(rows.flatMap((row) => (row.size === 1 ? [...row.keys()] : [])))
}

function subtract(row: Map<number, number>, lead: ReadonlyMap<number, number>, factor: number): void {
  for (const [cell, sign] of lead) {
    const left = (row.get(cell) ?? 0) - factor * sign
    if (Math.abs(left) < 1e-9) row.delete(cell)
    else row.set(cell, left)
  }
}

/** The cell to keep back next for one that is given away: the least of the sums it stands in, a part before a total. */
function nextToHide(cell: number, cells: readonly number[], states: readonly CellState[], sums: readonly Sum[]): number | undefined {
  const own = sums.filter((sum) => sum.total === cell || sum.parts.includes(cell))
  const mayHide = (one: number): boolean => states[one] === 'shown' && (cells[one] ?? 0) > 0
  const leastOf = (group: readonly number[]): number | undefined =>
    group.filter(mayHide).sort((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0) || a - b)[0]
  const near = sums.filter((sum) => [sum.total, ...sum.parts].some((one) => states[one] !== 'shown'))
  return (
    leastOf(own.flatMap((sum) => sum.parts)) ??
    leastOf(own.map((sum) => sum.total)) ??
    leastOf(near.flatMap((sum) => [...sum.parts, sum.total]))
  )
}
