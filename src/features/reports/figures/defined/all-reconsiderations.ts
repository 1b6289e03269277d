import { challengesThat } from '../../../applications/index.ts'
import type { Figure } from '../count-figures.ts'

export const reconsiderations: Figure = {
  code: 'reconsiderations',
  group: 'applications',
  facts: challengesThat({ kinds: ['reconsideration'] }),
  isAskedMonthly: true,
}
