import { casesThat } from '../../../applications/index.ts'
import type { Figure } from '../count-figures.ts'

export const applicationsInTime: Figure = {
  code: 'applications-in-time',
  group: 'applications',
  facts: casesThat({ stand: 'concluded', timing: 'in-time' }),
}
