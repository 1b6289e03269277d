import { asDay } from '../../../kernel/day.ts'
import { type Lang, sayDate, sayNumber } from '../../../kernel/translate.ts'
import type { Translate } from '../../../kernel/words.ts'
import type { Breach } from './breach.ts'
import { type AnnualForm, type Cell, cellsOf, type Named } from './form.ts'

/** More cells than this are told by the first and the last of them. */
const fewCells = 3

/** A breach as one sentence that names the cells by their rows and columns, and both sums. Give the form of the report. */
export function sayBreach(t: Translate, lang: Lang, form: AnnualForm, breach: Breach): string {
  const all = cellsOf(form)
  const cells = breach.cells.flatMap((address) => all.filter((cell) => cell.address === address))
  const names = cells.map((cell) => nameOfCell(t, lang, cell))
  const isYear = breach.kind === 'I9-title' || breach.kind === 'I9-period'
  const say = (n: number) => (isYear ? String(n) : sayNumber(n, lang))
  const row = all.find((cell) => cell.row.code === breach.row && isInTable(cell, breach))?.row
  const column = all.find((cell) => cell.column.code === breach.column && isInTable(cell, breach))?.column
  return t(`reports.breach.${breach.kind}`, {
    ...{ left: say(breach.left), right: say(breach.right), n: breach.left },
    ...{ row: nameOf(row, lang), column: nameOf(column, lang), cell: names[0] ?? '', cells: listOf(names, lang) },
    ...saidOf(breach, lang),
  })
}

/** Row and column are codes within the table of the cells; without cells they mean table 2. */
function isInTable({ table }: Cell, { cells: [first = 't2/'] }: Breach): boolean {
  return first.startsWith(`${table.code}/`)
}

function nameOfCell(t: Translate, lang: Lang, { table, row, column }: Cell): string {
  if (table.code === 't0') return t('reports.cell-of-form', { row: nameOf(row, lang) })
  return t('reports.cell', { table: table.code.slice(1), row: nameOf(row, lang), column: nameOf(column, lang) })
}

function nameOf(named: Named | undefined, lang: Lang): string {
  if (named === undefined) return ''
  return lang === 'zh' ? named.nameZh : named.nameEn
}

function listOf(names: readonly string[], lang: Lang): string {
  if (names.length > fewCells) return `${names[0]} … ${names.at(-1)}`
  return names.join(lang === 'zh' ? '、' : '; ')
}

/** Days in words; the rest as it is. */
function saidOf({ said = {} }: Breach, lang: Lang): Record<string, string | number> {
  const { on, by } = said
  if (typeof on !== 'string' || typeof by !== 'string') return said
  return { ...said, on: sayDate(asDay(on), lang), by: sayDate(asDay(by), lang) }
}
