import type { Role } from '../../../kernel/policy.ts'

/** Somebody who holds a post in a unit today. */
export interface Holder {
  role: Role
  unitId: number
  personId: number
  nameZh: string
  nameEn: string
}

/** Who may be answerable for a unit: first who publishes, then who reviews, then who signs. */
export const answerableRoles = ['information-officer', 'reviewer', 'signer'] as const satisfies Role[]

/**
 * Who answers for a unit today: the information officer of that unit, else its reviewer, else whoever signs there; where the unit has
 * none of them, the same of the next unit above, whose posts cover it. Undefined where there is nobody.
 */
export function answerableFor(unitPath: string, holders: readonly Holder[]): Holder | undefined {
  const unitIds = unitPath.split('/').filter((part) => part !== '').map(Number).reverse() // prettier-ignore
  for (const unitId of unitIds) {
    for (const role of answerableRoles) {
      const holder = holders.find((one) => one.unitId === unitId && one.role === role)
      if (holder !== undefined) return holder
    }
  }
  return undefined
}
