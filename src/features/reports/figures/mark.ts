import type { Lang } from '../../../kernel/translate.ts'
import type { Translate } from '../../../kernel/words.ts'

/** What must be said with a number wherever it stands; nothing of one that was counted. */
export interface Mark {
  isByHand?: true | undefined
  /** The source says "over". */
  isAtLeast?: true | undefined
}

/** Stands on paper and in texts behind a number that was entered by hand; `handLine` explains it. It means nothing in Markdown. */
const handSign = '※'

/** The mark of a number from where it comes. */
export function markOf({ origin, isAtLeast }: { origin: string; isAtLeast: boolean }): Mark {
  return { ...(origin === 'by-hand' ? { isByHand: true } : {}), ...(isAtLeast ? { isAtLeast: true } : {}) }
}

/** The marks of the cells that have one, by their address. */
export function marksOf(cells: Iterable<readonly [string, { origin: string; isAtLeast: boolean }]>): Map<string, Mark> {
  return new Map([...cells].map(([address, cell]) => [address, markOf(cell)] as const).filter(([, mark]) => isMarked(mark)))
}

/** What must be said with a sum: what must be said with any part of it. */
export function markOfSum(parts: readonly Mark[]): Mark {
  return {
    ...(parts.some(({ isByHand }) => isByHand === true) ? { isByHand: true } : {}),
    ...(parts.some(({ isAtLeast }) => isAtLeast === true) ? { isAtLeast: true } : {}),
  }
}

function isMarked({ isByHand, isAtLeast }: Mark): boolean {
  return isByHand === true || isAtLeast === true
}

/** A number with every digit behind the point that may be reported, such as those of fees in units of ten thousand yuan. */
export function sayExactly(n: number, lang: Lang, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 4, ...options }).format(n)
}

/** A number in a sentence of a text: `逾100,000※`, `over 100,000※`. */
export function sayMarked(t: Translate, lang: Lang, { value, ...mark }: Mark & { value: number }): string {
  const number = sayExactly(value, lang)
  return signed(mark.isAtLeast === true ? t('account.at-least', { number }) : number, mark)
}

/** A number in a cell of a table on paper: `≥1204※`. */
export function cellMarked(value: number, mark: Mark = {}): string {
  return signed(`${mark.isAtLeast === true ? '≥' : ''}${value}`, mark)
}

function signed(text: string, { isByHand }: Mark): string {
  return isByHand === true ? `${text}${handSign}` : text
}

/** The line below what holds numbers by hand, which says what their sign means; none where there are none. */
export function handLine(t: Translate, marks: Iterable<Mark>): string[] {
  return [...marks].some(({ isByHand }) => isByHand === true) ? [t('reports.paper.by-hand', { sign: handSign })] : []
}
