import { casesThat } from '../../../applications/index.ts'
import { byApplicant, byOutcome } from '../case-dimensions.ts'
import type { Figure } from '../count-figures.ts'

export const applicationsConcluded: Figure = {
  code: 'applications-concluded',
  group: 'applications',
  facts: casesThat({ stand: 'concluded' }),
  dimensions: [byOutcome(), byApplicant('concluded')],
}
