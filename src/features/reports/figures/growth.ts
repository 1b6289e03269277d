/** How a number changed against a base: the difference, and its share of the base; no share of nothing. */
export interface Growth {
  base: number
  difference: number
  /** 0.25 for a quarter more. */
  share?: number | undefined
}

/** The change from `base` to `value`; undefined where either is not known. */
export function growthOf(value: number | undefined, base: number | undefined): Growth | undefined {
  if (value === undefined || base === undefined) return undefined
  const difference = Math.round((value - base) * 10_000) / 10_000
  return { base, difference, share: base === 0 ? undefined : difference / base }
}
