import { sayMonth } from '../../../kernel/translate.ts'
import type { WordKey } from '../../../kernel/words.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Figure, Question } from '../figures/count-figures.ts'
import type { Growth } from '../figures/growth.ts'
import { sayExactly } from '../figures/mark.ts'
import type { Period } from '../figures/period.ts'

/** The words of a figure: its name, what it counts, the rule from which it comes. */
export function figureWords({ t }: Pick<Reader, 't'>, code: string): { name: string; means: string; basis: string } {
  return {
    name: t(`account.figure.${code}` as WordKey),
    means: t(`account.figure.${code}.means` as WordKey),
    basis: t(`account.figure.${code}.basis` as WordKey),
  }
}

/** A number of a work summary in words: its figure, and the unit where it is another's. */
export function figureCellName(reader: Pick<Reader, 't'>, cell: string): string {
  const [figure = '', unit] = cell.split('@')
  const { name } = figureWords(reader, figure)
  return unit === undefined ? name : `${name} · ${unit}`
}

/** 2026, first half of 2026, third quarter of 2026, September 2026. */
export function periodInWords({ t, lang }: Pick<Reader, 't' | 'lang'>, { kind, code }: Period): string {
  if (kind === 'month') return sayMonth(code, lang)
  const [year = '', part = ''] = code.split('-')
  return t(`account.period.${kind}`, { year, n: part.slice(1) })
}

/** A number with its digits set apart; "at least" where its source says so. */
export function valueInWords(reader: Pick<Reader, 't' | 'lang'>, value: number, isAtLeast: boolean): string {
  const number = sayExactly(value, reader.lang)
  return isAtLeast ? reader.t('account.at-least', { number }) : number
}

/** +12 (+25 %), −3; nothing where no base is known. */
export function growthInWords({ lang, t }: Pick<Reader, 't' | 'lang'>, growth: Growth | undefined): string {
  if (growth === undefined) return ''
  const signed = (n: number, options: Intl.NumberFormatOptions = {}): string =>
    sayExactly(n, lang, { signDisplay: 'exceptZero', ...options })
  const base = sayExactly(growth.base, lang)
  if (growth.difference === 0) return t('account.growth.none', { base })
  const share = growth.share === undefined ? '' : ` (${signed(growth.share, { style: 'percent', maximumFractionDigits: 1 })})`
  return t('account.growth', { change: `${signed(growth.difference)}${share}`, base })
}

/** Of whom a figure is told: the whole city, a unit with all below it, or that unit itself. */
export function askedName(reader: Pick<Reader, 't' | 'lang'>, { unit, isAlone }: Pick<Question, 'unit' | 'isAlone'>): string {
  if (unit === undefined) return reader.t('account.whole-city')
  const name = nameIn(reader, unit)
  return isAlone === true ? reader.t('account.itself', { unit: name }) : name
}

/** Where a figure is shown: in public, or at the desk. */
export type Place = 'public' | 'desk'

/** The address of a figure, or of all of them, for the same unit and period. */
export function figurePath(
  place: Place,
  figure: Pick<Figure, 'code'> | undefined,
  asked: Record<string, string | number | undefined>,
): string {
  const path = place === 'public' ? '/account' : '/desk/figures'
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]): [string, string][] =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString()
  return `${path}${figure === undefined ? '' : `/${figure.code}`}${query === '' ? '' : `?${query}`}`
}
