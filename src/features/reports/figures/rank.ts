/** What is ranked: a unit and its number. */
export interface Ranked {
  unitId: number
  count: number
}

/** A unit in its place. Equal numbers share a place, and the next one is as much lower: 1, 2, 2, 4. */
export interface Placed extends Ranked {
  place: number
}

/** A ranking, and those that are left out of it because they have too few records for their number to say anything. */
export interface Ranking {
  placed: readonly Placed[]
  unranked: readonly Ranked[]
}

/** Ranks units by their numbers, the highest first; those with fewer than `fewest` records have no place. */
export function rank(units: readonly Ranked[], fewest: number): Ranking {
  const ranked = units.filter(({ count }) => count >= fewest).toSorted((one, other) => other.count - one.count || one.unitId - other.unitId)
  return {
    placed: ranked.map((one) => ({ ...one, place: 1 + ranked.filter(({ count }) => count > one.count).length })),
    unranked: units.filter(({ count }) => count < fewest),
  }
}
