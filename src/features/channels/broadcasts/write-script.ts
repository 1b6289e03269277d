import { sayDate } from '../../../kernel/translate.ts'
import type { PrintOrder } from '../../../platform/pdf/index.ts'
import type { Site } from '../../../platform/site.ts'
import { blocksOf } from '../../../platform/text/blocks.ts'
import { channels } from '../load-kinds.ts'
import type { Printed } from '../sheets/read-printed.ts'
import { sayBlocks } from './say-blocks.ts'
import { secondsToSay, sentencesOf } from './sentence.ts'
import { spoken } from './spoken.ts'

/** What a voice reads: opening, the text in short sentences, and where the original can be read. */
export interface Script {
  title: string
  language: 'zh' | 'en'
  unit: string
  lines: { text: string; kind: 'opening' | 'heading' | 'text' | 'closing' }[]
  minutes: number
  seconds: number
}

/** The broadcast script of a document, in the language of its text. */
export function writeScript(site: Site, { version, unit, publishedOn }: Printed): Script {
  const { language, title, body } = version
  const t = site.words[language]
  const { longestZh, longestEn, zhCharactersPerMinute, enWordsPerMinute } = channels.broadcast
  const isChinese = language === 'zh'
  const names = { city: isChinese ? site.city.nameZh : site.city.nameEn, unit: isChinese ? unit.nameZh : unit.nameEn || unit.nameZh }
  const cut = (text: string) => sentencesOf(spoken(text, language), language, isChinese ? longestZh : longestEn)
  const opening = cut(t('channels.script.opening', { ...names, title, day: sayDate(publishedOn, language) }))
  const closing = cut(t('channels.script.closing', names))
  const lines: Script['lines'] = [
    ...opening.map((text) => ({ text, kind: 'opening' as const })),
    ...sayBlocks(blocksOf(body), language).flatMap(({ text, isHeading }) =>
      cut(text).map((line) => ({ text: line, kind: isHeading ? ('heading' as const) : ('text' as const) })),
    ),
    ...closing.map((text) => ({ text, kind: 'closing' as const })),
  ]
  const all = secondsToSay(
    lines.map((line) => line.text),
    language,
    isChinese ? zhCharactersPerMinute : enWordsPerMinute,
  )
  return { title, language, unit: names.unit, lines, minutes: Math.floor(all / 60), seconds: all % 60 }
}

/** The script on paper: large, a line for each breath. */
export function composeScript(site: Site, printed: Printed): PrintOrder {
  const script = writeScript(site, printed)
  const t = site.words[script.language]
  return {
    template: 'script',
    at: printed.publishedAt,
    content: {
      lang: script.language,
      title: script.title,
      kicker: t('channels.script.title'),
      unit: script.unit,
      takes: t('channels.script.takes', { minutes: script.minutes, seconds: script.seconds }),
      address: printed.address,
      lines: script.lines,
      pages: t('channels.sheet.pages', { n: '#', all: '%' }),
    },
  }
}
