import type { Lang } from '../../../kernel/translate.ts'
import type { Translate, WordKey } from '../../../kernel/words.ts'
import { handLine, sayMarked } from '../figures/mark.ts'
import { numbersOf, type FiledNumber, type FiledSentence, type SummaryContent } from './summary.ts'

/** A sentence of a summary in words, its numbers as `shown` writes them. */
export function saySentence(
  t: Translate,
  lang: Lang,
  { key, numbers, units = {} }: FiledSentence,
  shown: (number: FiledNumber, at: number) => string = (number) => sayMarked(t, lang, number),
): string {
  const names = Object.entries(units).map(([name, { nameZh, nameEn }]) => [name, lang === 'zh' ? nameZh : nameEn])
  return t(key as WordKey, Object.fromEntries([...names, ...numbers.map((number, at) => [number.name, shown(number, at)])]))
}

/** A heading of a summary in words: what the records say and the problems that were taken over, and what people wrote. Empty ones are left out. */
export function saySections(t: Translate, lang: Lang, { headings }: SummaryContent): { heading: string; paragraphs: string[] }[] {
  const told = headings.map(({ nameZh, nameEn, facts, problems, textZh, textEn }) => {
    const said = facts.map((one) => saySentence(t, lang, one)).join(lang === 'zh' ? '' : ' ')
    const written = (lang === 'en' ? textEn || textZh : textZh).split(/\n+/)
    const paragraphs = [said, ...problems.map((one) => saySentence(t, lang, one)), ...written].filter((text) => text.trim() !== '')
    return { name: lang === 'zh' ? nameZh : nameEn, paragraphs }
  })
  return told
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map(({ name: heading, paragraphs }, at) => ({ heading: t('summary.numbered', { n: numeral(lang, at + 1), heading }), paragraphs }))
}

/**
 * The same as a text in Markdown, for publishing. What people wrote in English stands at its end: the hands that sign it must have read
 * all that will be public.
 */
export function summaryAsText(words: Record<Lang, Translate>, content: SummaryContent): string {
  const english = content.headings.flatMap(({ nameEn, textEn }) => (textEn === '' ? [] : [`### ${nameEn}`, textEn]))
  return [
    ...saySections(words.zh, 'zh', content).flatMap(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs]),
    ...handLine(words.zh, numbersOf(content)),
    ...(english.length === 0 ? [] : ['## English', ...english]),
  ].join('\n\n')
}

/** 一 to 十, or figures. */
function numeral(lang: Lang, n: number): string {
  return lang === 'zh' ? ('一二三四五六七八九十'[n - 1] ?? String(n)) : String(n)
}
