import type { WordKey } from '../../../kernel/words.ts'
import type { Mark } from '../figures/mark.ts'

/** A number in a sentence, bound to the cell or to the figure from which it comes. */
export interface BoundNumber extends Mark {
  name: string
  value: number
  cell?: string | undefined
  figure?: string | undefined
}

/** A sentence that the records say. */
export interface FactSentence {
  key: WordKey
  numbers: readonly BoundNumber[]
}
