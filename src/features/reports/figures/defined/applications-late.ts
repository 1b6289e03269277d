import { casesThat } from '../../../applications/index.ts'
import type { Figure } from '../count-figures.ts'

export const applicationsLate: Figure = {
  code: 'applications-late',
  group: 'applications',
  facts: casesThat({ stand: 'concluded', timing: 'late' }),
}
