import { unitsReleasing } from '../../../publishing/index.ts'
import type { Figure } from '../count-figures.ts'

export const departmentsPractising: Figure = {
  code: 'departments-practising',
  group: 'units',
  facts: unitsReleasing('any'),
  unitKinds: ['department'],
  isDayless: true,
}
