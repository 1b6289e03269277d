import { unitsThat } from '../../../organisations/index.ts'
import type { Figure } from '../count-figures.ts'

export const villagesProfiled: Figure = {
  code: 'villages-profiled',
  group: 'units',
  facts: unitsThat('renewed'),
  unitKinds: ['village'],
  isAskedMonthly: true,
}
