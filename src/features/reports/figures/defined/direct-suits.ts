import { challengesThat } from '../../../applications/index.ts'
import type { Figure } from '../count-figures.ts'

export const suits: Figure = {
  code: 'suits',
  group: 'applications',
  facts: challengesThat({ kinds: ['suit'] }),
  isAskedMonthly: true,
}
