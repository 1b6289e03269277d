import type { Breach } from './breach.ts'
import { type AnnualForm, cellsOf } from './form.ts'
import { phrases } from './phrase.ts'
import { type AnnualReport, figureIn, sumIn } from './report.ts'

/** I9: what the text and the title say against the tables and the year. It only warns: a text may mean another figure. */
export function wrongClaims(form: AnnualForm, report: AnnualReport): Breach[] {
  const sections = Object.entries(report.text ?? {})
  return [
    ...titleYear(report),
    ...sections.flatMap(([section, text]) => periods(section, text, report.year)),
    ...sections.flatMap(([section, text]) => quoted(form, report, section, digits(text))),
  ]
}

const yearOfTitle = /(?<![\d零〇○一二三四五六七八九])(?:(?:19|20)\d{2}|二[零〇○][零〇○一二三四五六七八九]{2})(?!\d)/gu
const wholeYears =
  /(?<from>\d{4})\s*年\s*1\s*月\s*1\s*日起?\s*[至到—–~-]+\s*(?:(?<until>\d{4})\s*年\s*)?12\s*月\s*31\s*日|1 January (?<first>\d{4}) (?:to|until|–|-) 31 December (?<last>\d{4})/gu
const characters = '零一二三四五六七八九'
/** How far back a sentence is looked at for the year that it speaks of. */
const lookBack = 120

function titleYear({ title = '', year }: AnnualReport): Breach[] {
  const years = [...digits(title).matchAll(yearOfTitle)].map(([text]) => numberOf(text))
  const left = years[0]
  return left === undefined || years.includes(year) ? [] : [claim('I9-title', { cells: [], left, right: year, said: {} })]
}

function periods(section: string, text: string, year: number): Breach[] {
  return [...digits(text).matchAll(wholeYears)].flatMap(({ 0: quote, groups = {} }) => {
    const { from, until, first, last } = groups
    const left = [from, until, first, last].map(Number).find((each) => each > 0 && each !== year)
    return left === undefined ? [] : [claim('I9-period', { cells: [], left, right: year, said: { section, quote } })]
  })
}

/** What a text says twice in the same words is told once. */
function quoted(form: AnnualForm, { cells, year }: AnnualReport, section: string, text: string): Breach[] {
  const addresses = cellsOf(form).map(({ address }) => address)
  return phrases.flatMap(({ said, sums }) => {
    const meant = sums.map((sum) => sum.flatMap((pattern) => addresses.filter((address) => fits(address, pattern))))
    const known = meant.filter((sum) => sum.some((address) => figureIn(cells, address) !== undefined))
    const [first] = known
    if (first === undefined) return []
    const right = known.map((sum) => sumIn(cells, sum))
    const wrong = new Map<string, Breach>()
    for (const { 0: found, index, groups } of text.matchAll(said)) {
      const quote = found.trim()
      const left = Number((groups?.['n'] ?? '').replaceAll(',', ''))
      if (right.includes(left) || wrong.has(quote) || isOfAnotherYear(text.slice(Math.max(0, index - lookBack), index), year)) continue
      wrong.set(quote, claim('I9-text', { cells: first, left, right: right[0] ?? 0, said: { section, quote } }))
    }
    return [...wrong.values()]
  })
}

/** Does what stands before a phrase, in its sentence, speak of another year? */
function isOfAnotherYear(before: string, year: number): boolean {
  const sentence = before.split(/[。；;！？!?\n]|\.\s/u).at(-1) ?? ''
  const named = [...sentence.matchAll(/(?<!\d)(20\d{2})(?:\s*年|\b)/gu)].at(-1)?.[1]
  if (named !== undefined && Number(named) !== year) return true
  return /去年|上年|上一年|同期|(?:last|previous) year/iu.test(sentence.split(/[，,]/u).at(-1) ?? '')
}

function fits(address: string, pattern: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return address === pattern
  return address.startsWith(pattern.slice(0, star)) && address.endsWith(pattern.slice(star + 1))
}

/** Wide digits as narrow ones; nothing else changes its place. */
function digits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** `2025` or `二〇二五`. */
function numberOf(text: string): number {
  return Number([...text.replace(/[〇○]/gu, '零')].map((each) => (characters.includes(each) ? characters.indexOf(each) : each)).join(''))
}

function claim(kind: 'I9-text' | 'I9-title' | 'I9-period', rest: Pick<Breach, 'cells' | 'left' | 'right' | 'said'>): Breach {
  return { id: 'I9', kind, severity: 'warning', ...rest }
}
