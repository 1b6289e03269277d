/** A row of numbers that looks like chance and is the same for the same seed. */
export interface Chance {
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  /** One of a list. Throws a RangeError for an empty one. */
  of<T>(list: readonly T[]): T
}

/** Mulberry32: small, even enough for a play, and no secret. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n
  }
  return {
    below,
    of(list) {
      if (list.length === 0) throw new RangeError('nothing to choose from')
      return list[below(list.length)] as (typeof list)[number]
    },
  }
}
