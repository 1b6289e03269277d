import { periodFrom, type Period } from '../figures/period.ts'
import { plain } from './heading.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a period as it stands in a cell: `2026`, `2026-h1`, `２０２６－Ｑ３`, and a month as spreadsheet programs leave it behind when they
 * take it for a day: `2026-09-01`, `Sep-26`. Undefined for anything else.
 */
export function periodIn(text: string): Period | undefined {
  const code = plain(text)
  const [, word = '', year] = /^([a-z]{3})-(\d{2})$/.exec(code) ?? []
  const month = months.indexOf(word) + 1
  if (month > 0) return periodFrom(`20${year}-${String(month).padStart(2, '0')}`)
  return periodFrom(code.replace(/^(\d{4}-\d{2})-01$/, '$1').toUpperCase())
}

/** A number as the sheet showed it: what a sum of fractions leaves behind its tenth digit is not shown by any program. */
export function asShown(text: string): string {
  return /^\d{1,12}\.\d{10,}$/.test(text) ? String(Number(Number(text).toFixed(9))) : text
}

/** Is it written as a number below zero? */
export function isNegative(text: string): boolean {
  return /^[-−]\d/.test(plain(text))
}

const yes = ['是', 'yes', 'y', 'true', '√', '✓']
const no = ['', '否', 'no', 'n', 'false']

/** Reads yes or nothing; undefined for what is neither. */
export function truthIn(text: string): boolean | undefined {
  const word = plain(text)
  if (yes.includes(word)) return true
  return no.includes(word) ? false : undefined
}
