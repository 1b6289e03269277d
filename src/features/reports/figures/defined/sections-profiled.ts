import { unitsThat } from '../../../organisations/index.ts'
import type { Figure } from '../count-figures.ts'

export const sectionsProfiled: Figure = {
  code: 'sections-profiled',
  group: 'units',
  facts: unitsThat('renewed'),
  unitKinds: ['section'],
  isAskedMonthly: true,
}
