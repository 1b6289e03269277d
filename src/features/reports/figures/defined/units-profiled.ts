import { unitsThat } from '../../../organisations/index.ts'
import type { Figure } from '../count-figures.ts'

export const unitsProfiled: Figure = { code: 'units-profiled', group: 'units', facts: unitsThat('profiled'), isStock: true }
