import { casesThat } from '../../../applications/index.ts'
import type { Figure } from '../count-figures.ts'

export const applicationsReceived: Figure = {
  code: 'applications-received',
  group: 'applications',
  facts: casesThat({ stand: 'received' }),
}
