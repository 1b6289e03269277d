import { sayNumber, type Lang } from '../../../kernel/translate.ts'
import type { Translate, WordKey } from '../../../kernel/words.ts'
import type { FiledSentence, SummaryContent } from './summary.ts'

/** A sentence of a summary in words, its numbers as `shown` writes them. */
export function saySentence(
  t: Translate,
  lang: Lang,
  { key, numbers, units = {} }: FiledSentence,
  shown: (value: number, at: number) => string = (value) => sayNumber(value, lang),
): string {
  const names = Object.entries(units).map(([name, { nameZh, nameEn }]) => [name, lang === 'zh' ? nameZh : nameEn])
  return t(key as WordKey, Object.fromEntries([...names, ...numbers.map(({ name, value }, at) => [name, shown(value, at)])]))
}

/** A summary as paper wants it: a title, and under each heading its paragraphs; empty headings are left out. */
export interface PaperSummary {
  title: string
  sections: { heading: string; paragraphs: string[] }[]
}

/** The whole summary in words: what the records say, the problems that were taken over, and what people wrote. */
export function summaryForPaper(t: Translate, lang: Lang, { year, unit, headings }: SummaryContent): PaperSummary {
  const name = lang === 'zh' ? unit.nameZh : unit.nameEn
  const told = headings.map(({ nameZh, nameEn, facts, problems, textZh, textEn }) => {
    const said = facts.map((one) => saySentence(t, lang, one)).join(lang === 'zh' ? '' : ' ')
    const written = (lang === 'en' ? textEn || textZh : textZh).split(/\n+/)
    const paragraphs = [said, ...problems.map((one) => saySentence(t, lang, one)), ...written].filter((text) => text.trim() !== '')
    return { name: lang === 'zh' ? nameZh : nameEn, paragraphs }
  })
  const sections = told
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map(({ name: heading, paragraphs }, at) => ({ heading: t('summary.numbered', { n: numeral(lang, at + 1), heading }), paragraphs }))
  return { title: t('summary.title', { unit: name, year }), sections }
}

/** The same as a text in Markdown, for publishing. */
export function summaryAsText(t: Translate, lang: Lang, content: SummaryContent): string {
  return summaryForPaper(t, lang, content)
    .sections.flatMap(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs])
    .join('\n\n')
}

/** 一 to 十, or figures. */
function numeral(lang: Lang, n: number): string {
  return lang === 'zh' ? ('一二三四五六七八九十'[n - 1] ?? String(n)) : String(n)
}
