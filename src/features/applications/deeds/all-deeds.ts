import { clockDeeds } from './clock-deeds.ts'
import { consultingDeeds } from './consulting-deeds.ts'
import type { Deed } from './deed.ts'
import { endingDeeds } from './ending-deeds.ts'
import { handlingDeeds } from './handling-deeds.ts'
import { passingDeeds } from './passing-deeds.ts'

/** Everything that can be done to a case with a short form, in the order in which a page offers it. */
export const allDeeds: readonly Deed[] = [...clockDeeds, ...consultingDeeds, ...handlingDeeds, ...passingDeeds, ...endingDeeds]
