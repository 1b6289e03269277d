import { casesThat } from '../../../applications/index.ts'
import { byApplicant, byChannel } from '../case-dimensions.ts'
import type { Figure } from '../count-figures.ts'

export const applicationsReceived: Figure = {
  code: 'applications-received',
  group: 'applications',
  facts: casesThat({ stand: 'received' }),
  dimensions: [byChannel('received'), byApplicant('received')],
}
