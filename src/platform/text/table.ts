import { runOf } from './inline.ts'
import type { Block } from './source.ts'
import { attributeOf, elementsBelow, isElement, type Element, type Node } from './tree.ts'

/** A table of figures, as opposed to one that only arranges a page: at least two rows and columns, and no table inside. */
export function isTableOfData(table: Element): boolean {
  const rows = rowsOf(table)
  const hasInner = [...elementsBelow(table.childNodes)].some((element) => element.tagName === 'table')
  return !hasInner && rows.length >= 2 && rows.some((row) => cellsOf(row).length >= 2)
}

/** A table as Markdown; its first row becomes the heading. Cells that were merged are written once, and `merged` says so. */
export function tableOf(table: Element): Block & { merged: boolean } {
  const grid = gridOf(table)
  const width = Math.max(...grid.rows.map((row) => row.length))
  const lines = grid.rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => (row[at]?.markdown ?? '').replaceAll('|', '\\|')).join(' | ')} |`,
  )
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`)
  const plain = grid.rows.map((row) => row.map((cell) => cell.plain).join('\t')).join('\n')
  return { plain, markdown: lines.join('\n'), merged: grid.merged }
}

/** Above this a span is a mistake of the page. */
const widestSpan = 50

function gridOf(table: Element): { rows: Block[][]; merged: boolean } {
  /** How many further rows a cell above still covers, by column. */
  const covered: number[] = []
  let merged = false
  const rows = rowsOf(table).map((row) => {
    const cells: Block[] = []
    for (const cell of cellsOf(row)) {
      skipCovered(cells, covered)
      const [across, down] = [span(cell, 'colspan'), span(cell, 'rowspan')]
      if (across > 1 || down > 1) merged = true
      for (let i = 0; i < across; i++) {
        covered[cells.length] = down - 1
        cells.push(i === 0 ? textOf(cell) : empty)
      }
    }
    skipCovered(cells, covered)
    return cells
  })
  return { rows, merged }
}

const empty: Block = { plain: '', markdown: '' }

function skipCovered(cells: Block[], covered: number[]) {
  for (let left = covered[cells.length] ?? 0; left > 0; left = covered[cells.length] ?? 0) {
    covered[cells.length] = left - 1
    cells.push(empty)
  }
}

function textOf(cell: Element): Block {
  const run = runOf(cell.childNodes)
  return { plain: run.plain.replace(/\s+/gu, ' ').trim(), markdown: run.markdown.replace(/\s+/gu, ' ').trim() }
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  return Math.min(widestSpan, Math.max(1, Number.parseInt(attributeOf(cell, name) ?? '1', 10) || 1))
}

function rowsOf(table: Element): Element[] {
  const sections = table.childNodes.filter((node): node is Element => isElement(node) && ['thead', 'tbody', 'tfoot'].includes(node.tagName))
  return [table, ...sections].flatMap((section) => section.childNodes.filter(isRow))
}

function isRow(node: Node): node is Element {
  return isElement(node) && node.tagName === 'tr'
}

function cellsOf(row: Element): Element[] {
  return row.childNodes.filter((node): node is Element => isElement(node) && (node.tagName === 'td' || node.tagName === 'th'))
}
