import { asDay, type Day, daysBetween } from '../../../kernel/day.ts'
import type { Breach } from './breach.ts'
import type { AnnualForm, UnitKind } from './form.ts'
import type { AnnualReport } from './report.ts'

/**
 * The last day on which a unit may publish its report of a year, without moving over days off; undefined where the regulations set none,
 * as for towns since 2019 (OGI-2019 art. 49, OGI-2007 art. 31).
 */
export function publishBy(form: AnnualForm, year: number, kind: UnitKind): Day | undefined {
  const by = form.deadlines.find(({ kinds }) => kinds.includes(kind))?.by
  return by === undefined ? undefined : asDay(`${year + 1}-${by}`)
}

/** I15: published no later than the day set. `left` is the number of days too late. */
export function tooLate(form: AnnualForm, { year, unit, publishedOn }: AnnualReport): Breach[] {
  const by = publishBy(form, year, unit.kind)
  if (publishedOn === undefined || by === undefined || publishedOn <= by) return []
  const left = daysBetween(by, publishedOn)
  return [{ id: 'I15', kind: 'I15', severity: 'error', cells: [], left, right: 0, said: { on: publishedOn, by, kind: unit.kind } }]
}
