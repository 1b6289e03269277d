import { casesThat } from '../../../applications/index.ts'
import type { Figure } from '../count-figures.ts'

export const applicationsExtended: Figure = {
  code: 'applications-extended',
  group: 'applications',
  facts: casesThat({ stand: 'concluded', isExtended: true }),
}
