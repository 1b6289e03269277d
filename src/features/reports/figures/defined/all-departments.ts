import { unitsThat } from '../../../organisations/index.ts'
import type { Figure } from '../count-figures.ts'

export const departments: Figure = {
  code: 'departments',
  group: 'units',
  facts: unitsThat('existing'),
  unitKinds: ['department'],
  isStock: true,
}
