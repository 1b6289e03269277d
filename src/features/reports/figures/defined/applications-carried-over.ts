import { casesThat } from '../../../applications/index.ts'
import type { Figure } from '../count-figures.ts'

export const applicationsCarriedOver: Figure = {
  code: 'applications-carried-over',
  group: 'applications',
  facts: casesThat({ stand: 'carried-over' }),
  isStock: true,
}
