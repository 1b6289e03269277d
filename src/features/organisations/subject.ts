import type { Unit } from './unit.ts'

/** How the record names a unit. */
export function unitSubject(id: number): string {
  return `organisations.unit:${id}`
}

/** What the record fingerprints of a unit: all of it. */
export function unitContent(unit: Unit): Record<string, unknown> {
  return {
    ...unit,
    parentId: unit.parentId ?? null,
    organisationCode: unit.organisationCode ?? null,
    untilOn: unit.untilOn ?? null,
  }
}
