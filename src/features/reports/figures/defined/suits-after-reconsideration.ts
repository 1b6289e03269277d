import { challengesThat } from '../../../applications/index.ts'
import type { Figure } from '../count-figures.ts'

export const suitsAfterReconsideration: Figure = {
  code: 'suits-after-reconsideration',
  group: 'applications',
  facts: challengesThat({ kinds: ['suit-after-reconsideration'] }),
  isAskedMonthly: true,
}
