/**
 * What changed behind a cell since it was filed: records that would be counted now, and those that would not any more. Of a number that
 * was entered by hand there are none: it was entered anew. `now` is null where nobody vouches for one any more.
 */
export interface Drift {
  cell: string
  filed: number
  now: number | null
  added: number[]
  removed: number[]
}

/** The cells whose records are others now than those that were filed; in the order of the filing. */
export function driftOf(filed: ReadonlyMap<string, readonly number[]>, now: ReadonlyMap<string, readonly number[]>): Drift[] {
  return [...new Set([...filed.keys(), ...now.keys()])].flatMap((cell) => {
    const [before, after] = [filed.get(cell) ?? [], now.get(cell) ?? []]
    const [had, has] = [new Set(before), new Set(after)]
    const added = after.filter((id) => !had.has(id))
    const removed = before.filter((id) => !has.has(id))
    return added.length + removed.length === 0 ? [] : [{ cell, filed: before.length, now: after.length, added, removed }]
  })
}

/** The numbers that were entered by hand and are others now. */
export function enteredAnew(filed: ReadonlyMap<string, number>, now: ReadonlyMap<string, number | null>): Drift[] {
  return [...filed].flatMap(([cell, before]) => {
    const after = now.get(cell) ?? null
    return after === before ? [] : [{ cell, filed: before, now: after, added: [], removed: [] }]
  })
}
