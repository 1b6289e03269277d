import type { Lang } from '../../../kernel/translate.ts'
import type { Translate, WordKey } from '../../../kernel/words.ts'
import type { Period } from '../figures/period.ts'
import { periodInWords } from '../pages/figure-words.ts'

/** What a circular is called: the period, and the kind of units that it tells of. */
export function sayTitle(words: { t: Translate; lang: Lang }, peers: string, period: Period): string {
  return words.t('circular.title', { period: periodInWords(words, period), kind: sayKind(words, peers) })
}

/** Units of a kind, in the plural. */
export function sayKind({ t }: { t: Translate }, peers: string): string {
  return t(`circular.kind.${peers}` as WordKey)
}
