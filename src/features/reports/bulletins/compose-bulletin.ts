import { sayDate, sayMonthDay, type Lang } from '../../../kernel/translate.ts'
import type { Translate } from '../../../kernel/words.ts'
import type { Day } from '../../../kernel/day.ts'
import { escapeInside, literal } from '../../../platform/text/literal.ts'
import type { Filled, Item } from './bulletin.ts'

/** The bulletin as a text in Markdown: sheet and broadcast are made from it too, so each document is one sentence of a list. */
export function composeBulletin(t: Translate, lang: Lang, sections: readonly Filled[], { cutOff }: { cutOff: Day }): string {
  const parts = sections.flatMap((section, at) => {
    const name = lang === 'zh' ? `${numerals[at] ?? at + 1}、${section.nameZh}` : `${at + 1}. ${section.nameEn}`
    const note = lang === 'zh' ? section.noteZh : section.noteEn
    const items = section.items.map((item) => `- ${lineOf(t, lang, item)}`).join('\n')
    return [
      `## ${name}`,
      ...(note === '' ? [] : [note]),
      ...(section.words.trim() === '' ? [] : [paragraphs(section.words)]),
      ...(items !== '' ? [items] : section.words.trim() === '' ? [t('bulletin.text.nothing')] : []),
    ]
  })
  return [...parts, t('bulletin.text.until', { day: sayDate(cutOff, lang) })].join('\n\n')
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function lineOf(t: Translate, lang: Lang, item: Item): string {
  const words = { title: inLink(item.title), href: `/documents/${encodeURI(item.indexNumber)}`, day: sayMonthDay(item.on.slice(5), lang) }
  const line = t('bulletin.text.item', { ...words, number: escapeInside(item.indexNumber) })
  const summary = escapeInside(item.summary.replace(/\s+/g, ' ').trim())
  return summary === '' ? line : `${line}${lang === 'en' ? ' ' : ''}${summary}`
}

/** A title inside the brackets of a link. */
function inLink(title: string): string {
  return escapeInside(title.replace(/\s+/g, ' ').trim()).replace(/(?<!\\)[[\]]/g, '\\$&')
}

function paragraphs(words: string): string {
  return words
    .split(/\n+/)
    .map((line) => literal(line))
    .filter((line) => line !== '')
    .join('\n\n')
}
