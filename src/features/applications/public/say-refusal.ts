import type { WordKey } from '../../../kernel/words.ts'
import type { Reader } from '../../../ui/reader.ts'

/** A refusal in the reader's words; what only the unit's own hands can meet is said in general. */
export function sayRefusal(reader: Reader, refusal: string, seconds = 0): string {
  const key = `apply.refused.${refusal}`
  const words = reader.t(key as WordKey, { seconds })
  return words === key ? reader.t('apply.refused.other') : words
}
