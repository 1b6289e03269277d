import type { Day } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'

/** A band of a tariff: from the unit after the last band up to and including this one, each costs so much. */
export interface FeeBand {
  upTo: number
  yuanEach: number
}

/** One basis of a fee. Above the bands: a price, which grows by `moreYuanEach` with every further `width` units where these are given. */
export interface FeeScale {
  bands: FeeBand[]
  above: { yuanEach: number; width?: number | undefined; moreYuanEach?: number | undefined }
}

/** The tariff of a span of days, with where it is written. */
export interface Tariff {
  effective: { from: Day; until?: Day | undefined }
  basisZh: string
  basisEn: string
  confidence: 'certain' | 'likely' | 'unsure'
  item: FeeScale & { per: string }
  page: FeeScale & { per: string }
  noteZh?: string | undefined
  noteEn?: string | undefined
}

/** Everything that the pack says of fees. `isCharged` is a city's own choice. */
export interface FeeLaw {
  isCharged: boolean
  tariffs: Tariff[]
}

/**
 * What a fee is asked for; a request has one basis and never both. By item: how many items the applicant had asked for before in the
 * same natural month, whatever became of them, and how many more now. By page: how many pages are copied or sent for this request; zero
 * where the reply only points to what is public.
 */
export type FeeBasis = { kind: 'item'; itemsBefore: number; items: number } | { kind: 'page'; pages: number }

/** A line of the sum: units of one price. `from` and `to` are the numbers of the first and the last. */
export interface FeeLine {
  from: number
  to: number
  yuanEach: number
  yuan: number
}

/** A fee in whole yuan with the lines of its sum, those of price zero included. */
export interface Fee {
  yuan: number
  lines: FeeLine[]
  basisZh: string
  basisEn: string
}

/** `not-charged-here`: the city takes no fee. `no-tariff`: no tariff was in force on the day. `nothing-to-charge`: within what is free. */
export type FeeRefusal = 'not-charged-here' | 'no-tariff' | 'nothing-to-charge'

/** Of more units than this nobody is asked to pay: it is a slip of the pen. */
export const mostUnits = 1_000_000

/**
 * The fee for a request on a day (FEE-20), or why there is none. Throws a RangeError for numbers of items or pages that are not whole
 * numbers from 0 to a million.
 */
export function feeFor(basis: FeeBasis, law: FeeLaw, on: Day): Outcome<Fee, FeeRefusal> {
  const tariff = law.tariffs.find(({ effective }) => effective.from <= on && (effective.until ?? on) >= on)
  const refusals: FeeRefusal[] = []
  if (!law.isCharged) refusals.push('not-charged-here')
  if (tariff === undefined) return refused(...refusals, 'no-tariff')
  const lines = linesOf(basis, tariff)
  const yuan = lines.reduce((sum, line) => sum + line.yuan, 0)
  if (yuan === 0) refusals.push('nothing-to-charge')
  return refusals.length > 0 ? refused(...refusals) : done({ yuan, lines, basisZh: tariff.basisZh, basisEn: tariff.basisEn })
}

function linesOf(basis: FeeBasis, tariff: Tariff): FeeLine[] {
  if (basis.kind === 'page') return linesBetween(tariff.page, 0, basis.pages)
  return linesBetween(tariff.item, basis.itemsBefore, basis.items)
}

/** The lines for `units` more after the first `before`. */
function linesBetween(scale: FeeScale, before: number, units: number): FeeLine[] {
  for (const number of [before, units]) {
    if (!Number.isInteger(number) || number < 0 || number > mostUnits) throw new RangeError(`not a number of items or pages: ${number}`)
  }
  const last = before + units
  const lines: FeeLine[] = []
  for (let reckoned = before; reckoned < last;) {
    const { upTo, yuanEach } = bandAt(scale, reckoned + 1)
    const to = Math.min(upTo, last)
    lines.push({ from: reckoned + 1, to, yuanEach, yuan: (to - reckoned) * yuanEach })
    reckoned = to
  }
  return lines
}

/** The band in which the unit of this number lies. */
function bandAt({ bands, above }: FeeScale, number: number): FeeBand {
  const band = bands.find(({ upTo }) => number <= upTo)
  if (band !== undefined) return band
  const { width, moreYuanEach = 0 } = above
  if (width === undefined) return { upTo: Infinity, yuanEach: above.yuanEach }
  const start = bands.at(-1)?.upTo ?? 0
  const step = Math.floor((number - start - 1) / width)
  return { upTo: start + (step + 1) * width, yuanEach: above.yuanEach + step * moreYuanEach }
}
