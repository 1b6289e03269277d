import { sayDate, type Lang } from '../../../kernel/translate.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Translate } from '../../../kernel/words.ts'
import { escapeInside, literal } from '../../../platform/text/literal.ts'
import { figureWords } from '../pages/figure-words.ts'
import type { CircularContent, CircularRow } from './circular.ts'
import { sayMethod, sayRank } from './say-ranking.ts'

type Words = { t: Translate; lang: Lang }

/** The circular as a text in Markdown: the numbers of every unit, how they were ranked, and what people wrote. */
export function composeCircular(words: Words, content: Omit<CircularContent, 'body'>, { cutOff }: { cutOff: Day }): string {
  const { t, lang } = words
  const { texts } = content
  const written = [
    [t('circular.part.praise'), texts.praise],
    [t('circular.part.problems'), texts.problems],
    [t('circular.part.demands'), texts.demands],
  ] as const
  const sections: (readonly [string, string])[] = [
    [t('circular.text.counts'), tableOf(words, content)],
    [t('circular.text.method'), sayMethod(words, content)],
    ...written.map(([name, text]) => [name, paragraphs(text ?? '')] as const).filter(([, text]) => text !== ''),
  ]
  return [
    ...sections.map(([name, text], at) => `## ${lang === 'zh' ? `${numerals[at] ?? ''}、` : `${at + 1}. `}${name}\n\n${text}`),
    t('bulletin.text.until', { day: sayDate(cutOff, lang) }),
  ].join('\n\n')
}

const numerals = ['一', '二', '三', '四', '五']

function tableOf(words: Words, { figures, rows }: Omit<CircularContent, 'body'>): string {
  const { t } = words
  const head = [t('circular.column.unit'), t('circular.column.rank'), ...figures.map((code) => figureWords(words, code).name)]
  const lines = rows.map((row: CircularRow) => [
    escapeInside(words.lang === 'zh' ? row.nameZh : row.nameEn),
    sayRank(words, row),
    ...figures.map((code) => String(row.counts[code] ?? 0)),
  ])
  return [head, head.map(() => '---'), ...lines]
    .map((line) => `| ${line.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}

function paragraphs(text: string): string {
  return text
    .split(/\n+/)
    .map((line) => literal(line))
    .filter((line) => line !== '')
    .join('\n\n')
}
