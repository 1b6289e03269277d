import { covers, type Role } from '../../kernel/policy.ts'

/** Somebody who holds a post today. */
export interface Holder {
  personId: number
  role: Role
  unitPath: string
}

/** Who answers for a role in a unit: those who hold it there, else those in the nearest unit above that has any. */
export function nearestHolders(holders: readonly Holder[], role: Role, unitPath: string): Holder[] {
  const above = holders.filter((one) => one.role === role && covers(one.unitPath, unitPath))
  const nearest = Math.max(...above.map((one) => one.unitPath.length))
  return above.filter((one) => one.unitPath.length === nearest)
}
