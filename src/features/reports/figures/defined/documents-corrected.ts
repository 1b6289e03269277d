import { documentsThat } from '../../../publishing/index.ts'
import type { Figure } from '../count-figures.ts'

export const documentsCorrected: Figure = {
  code: 'documents-corrected',
  group: 'documents',
  facts: documentsThat({ stand: 'corrected' }),
  isAskedMonthly: true,
}
