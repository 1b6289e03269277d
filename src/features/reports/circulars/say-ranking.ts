import type { Lang } from '../../../kernel/translate.ts'
import type { Translate, WordKey } from '../../../kernel/words.ts'
import { figureWords } from '../pages/figure-words.ts'
import type { CircularContent, CircularRow } from './circular.ts'
import type { Proposal } from './proposal.ts'

type Words = { t: Translate; lang: Lang }

/** By which figure units are ranked, what a tie is, and who is not ranked: the whole method in words. */
export function sayMethod(words: Words, { method, fewestPeers }: Pick<CircularContent, 'method' | 'fewestPeers'>): string {
  const { t, lang } = words
  const nameOf = (code: string): string => figureWords(words, code).name
  const by =
    method.over === undefined
      ? t('circular.method.by-count', { figure: nameOf(method.of) })
      : t('circular.method.by-share', { figure: nameOf(method.of), base: nameOf(method.over) })
  const least = t('circular.method.minimum', { n: method.minimum, figure: nameOf(method.over ?? method.of) })
  return [by, t('circular.method.ties'), least, t('circular.method.peers', { n: fewestPeers }), t('circular.method.ended')].join(
    lang === 'zh' ? '' : ' ',
  )
}

/** A rank in words, or why there is none. */
export function sayRank(
  { t }: Pick<Words, 't'>,
  { rank, isShared, unranked }: Pick<CircularRow, 'rank' | 'isShared' | 'unranked'>,
): string {
  if (rank === undefined) return t(`circular.unranked.${unranked ?? 'too-few-peers'}`)
  return isShared ? t('circular.rank.shared', { n: rank }) : String(rank)
}

/** What the figures give reason to say, as sentences: units that entered nothing stand in one. */
export function sayProposals(words: Words, proposals: readonly Proposal[]): string[] {
  const silent = proposals.filter(({ kind }) => kind === 'nothing-entered')
  const names = silent.map(({ nameZh, nameEn }) => (words.lang === 'zh' ? nameZh : nameEn)).join(words.lang === 'zh' ? '、' : ', ')
  const others = proposals.filter(({ kind }) => kind !== 'nothing-entered').map((one) => sayProposal(words, one))
  return silent.length === 0 ? others : [...others, words.t('circular.proposal.nothing-entered', { n: silent.length, units: names })]
}

function sayProposal({ t, lang }: Words, { kind, nameZh, nameEn, numbers, rank }: Proposal): string {
  const [a, b] = numbers
  const key: WordKey = kind === 'ranked' && b === undefined ? 'circular.proposal.ranked-count' : `circular.proposal.${kind}`
  return t(key, {
    ...{ unit: lang === 'zh' ? nameZh : nameEn, rank: rank ?? 0, a: a?.value ?? 0, b: b?.value ?? 0 },
    figure: a === undefined ? '' : figureWords({ t }, a.figure).name,
  })
}
