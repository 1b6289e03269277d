import { addMonths, asDay, monthOf, type Day } from '../../../kernel/day.ts'
import type { Shortfall } from './shortfall.ts'
import type { Thresholds } from './threshold.ts'
import type { MonthOfUnit, View } from './view.ts'

/** The first day of the months that are looked back on: so many full months before the present one. */
export function lookBackFrom(today: Day, { intermittent }: Thresholds): Day {
  return addMonths(asDay(`${monthOf(today)}-01`), -intermittent.months)
}

/**
 * Units that publish and fall silent again (时断时续): they owe something in most months, and in several of these months nothing came
 * out. A unit that never published anything is not intermittent but idle; its empty columns say so.
 */
export function findIntermittent(view: View, thresholds: Thresholds): Shortfall[] {
  const { regularMonths, silentMonths, months } = thresholds.intermittent
  const present = monthOf(view.today)
  return [...byUnit(view)].flatMap(([unitId, all]) => {
    const owed = all.filter((one) => one.month < present && one.publications > 0)
    const silent = owed.filter((one) => !view.released.has(`${unitId} ${one.month}`)).map((one) => one.month)
    const first = silent.reduce((earliest, month) => (month < earliest ? month : earliest), present)
    if (owed.length < regularMonths || silent.length < silentMonths || silent.length === owed.length) return []
    const seen = { n: silent.length, owed: owed.length, months }
    return [{ detector: 'intermittent' as const, subject: `unit:${unitId}`, unitId, sinceOn: asDay(`${first}-01`), seen }]
  })
}

/**
 * Units that fall far behind others of their kind (公开不平衡): by the share of their tasks that is done, against the median of the kind
 * and its median deviation, which a few bad units cannot shift. Never from tiny samples: a kind needs enough units, a unit enough tasks.
 */
export function findUneven(view: View, thresholds: Thresholds): Shortfall[] {
  const { fewestUnits, fewestTasks, spreads, leastPoints } = thresholds.uneven
  const shares = [...byUnit(view)].flatMap(([unitId, months]) => {
    const kind = view.units.find((unit) => unit.id === unitId)?.kind
    const due = months.reduce((sum, month) => sum + month.due, 0)
    const done = months.reduce((sum, month) => sum + month.done, 0)
    return kind === undefined || due < fewestTasks ? [] : [{ unitId, kind, due, done, percent: (100 * done) / due }]
  })
  return [...new Set(shares.map((one) => one.kind))].flatMap((kind) => {
    const group = shares.filter((one) => one.kind === kind)
    if (group.length < fewestUnits) return []
    const middle = median(group.map((one) => one.percent))
    const spread = median(group.map((one) => Math.abs(one.percent - middle))) * deviationOfMedian
    const least = middle - Math.max(spreads * spread, leastPoints)
    return group
      .filter((one) => one.percent < least)
      .map((one) => ({
        detector: 'uneven' as const,
        subject: `unit:${one.unitId}`,
        unitId: one.unitId,
        sinceOn: lookBackFrom(view.today, thresholds),
        seen: { done: one.done, due: one.due, percent: Math.round(one.percent), median: Math.round(middle), units: group.length },
      }))
  })
}

/** Makes the median deviation of a normal distribution its standard deviation. */
const deviationOfMedian = 1.4826

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

/** The months of every unit of today. */
function byUnit(view: View): Map<number, MonthOfUnit[]> {
  const units = new Map<number, MonthOfUnit[]>(view.units.map((unit) => [unit.id, []]))
  for (const month of view.months) units.get(month.unitId)?.push(month)
  return units
}
