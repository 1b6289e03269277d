/**
 * What changed behind a number since it was filed. `records`: others would be counted now, those in `added` more and those in `removed` no
 * more. `entered-anew`: people entered another number; `now` is null where nobody vouches for one any more. `counted-now`: what people
 * vouched for then is counted from records today, which is said also where both come to the same.
 */
export interface Drift {
  cell: string
  kind: 'records' | 'entered-anew' | 'counted-now'
  filed: number
  now: number | null
  added: number[]
  removed: number[]
}

/** A number as it was filed; `ids`: the records behind a counted one. */
export interface FrozenCell {
  cell: string
  origin: 'counted' | 'by-hand' | 'sum'
  value: number
  ids?: readonly number[] | undefined
}

/** What a number would be today, and where it would come from. */
export interface NumberNow {
  origin: 'counted' | 'by-hand' | 'none'
  value: number | null
}

/** What is known today of the numbers of a filing. */
export interface KnownNow {
  /** The records that the same questions find, by cell. */
  behind: ReadonlyMap<string, readonly number[]>
  /** The numbers of the cells that were filed by hand. */
  numbers: ReadonlyMap<string, NumberNow>
}

/** The numbers of a filing that would be others now, in its order: first those with records, then those that were entered by hand. */
export function driftOf(filed: readonly FrozenCell[], { behind, numbers }: KnownNow): Drift[] {
  return [
    ...filed.flatMap(({ cell, ids }) => (ids === undefined ? [] : changedRecords(cell, ids, behind.get(cell) ?? []))),
    ...filed.flatMap((one) => (one.origin === 'by-hand' ? changedByHand(one, numbers.get(one.cell)) : [])),
  ]
}

/** What changed between two lists of records behind one number; nothing where both hold the same. */
export function changedRecords(cell: string, before: readonly number[], after: readonly number[]): Drift[] {
  const [had, has] = [new Set(before), new Set(after)]
  const added = after.filter((id) => !had.has(id))
  const removed = before.filter((id) => !has.has(id))
  const numbers = { filed: before.length, now: after.length, added, removed }
  return added.length + removed.length === 0 ? [] : [{ cell, kind: 'records', ...numbers }]
}

function changedByHand({ cell, value: filed }: FrozenCell, now: NumberNow | undefined): Drift[] {
  const isCounted = now?.origin === 'counted'
  const value = now?.value ?? null
  if (!isCounted && value === filed) return []
  return [{ cell, kind: isCounted ? 'counted-now' : 'entered-anew', filed, now: value, added: [], removed: [] }]
}
