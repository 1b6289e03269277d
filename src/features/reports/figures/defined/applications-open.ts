import { casesThat } from '../../../applications/index.ts'
import type { Figure } from '../count-figures.ts'

export const applicationsOpen: Figure = {
  code: 'applications-open',
  group: 'applications',
  facts: casesThat({ stand: 'carried-forward' }),
  isStock: true,
}
