import type { Entries } from '../read-zip.ts'
import { attribute, xmlText } from '../read-xml.ts'
import { columnOf, hiddenSpans, isHiddenRow, sheetsOf, workbookPath } from '../office/workbook.ts'
import { cutElements, elementsOf, withoutCuts, type Cut } from './cut.ts'
import { dropRelations, edit, sweep } from './parts.ts'

/**
 * An Excel file without hidden sheets, without what hidden rows and columns hold, and without comments. Where something goes that
 * formulas may reckon with, formulas become the values that they had.
 */
export function cleanWorkbook(entries: Entries): void {
  const book = workbookPath(entries)
  const hidden = sheetsOf(entries).filter((sheet) => sheet.isHidden)
  const gone = new Set(hidden.map((sheet) => sheet.relation))
  if (gone.size > 0) {
    edit(entries, book, (source) => withoutSheets(source, gone))
    dropRelations(entries, book, ({ id }) => gone.has(id))
  }
  const kept = sheetsOf(entries)
  const losesCells = gone.size > 0 || kept.some(({ path }) => holdsHidden(xmlText(entries.get(path) ?? Buffer.from(''))))
  for (const { path } of kept) {
    edit(entries, path, (source) => cleanSheet(source, losesCells))
    dropRelations(entries, path, ({ type }) => ['comments', 'threadedComment', 'vmlDrawing'].includes(type))
  }
  dropRelations(entries, book, ({ type }) => type === 'person' || (losesCells && type === 'calcChain') || type === 'revisionHeaders')
  sweep(entries)
  blankUnusedTexts(entries)
}

function withoutSheets(source: string, gone: ReadonlySet<string>): string {
  // Names of ranges count sheets by their place, and may lead to a sheet that is gone.
  const cut = cutElements(
    source,
    ({ name, open }) => name === 'definedNames' || (name === 'sheet' && gone.has(attribute(open, ':id') ?? '')),
  )
  return cut.replace(/<(\w+:)?workbookView\b[^>]*>/g, (view) => view.replace(/\s(activeTab|firstSheet)="\d+"/g, ''))
}

function holdsHidden(source: string): boolean {
  return hiddenCells(source).length > 0
}

/** The cells that hidden rows and columns hold. The rows stay, so that nothing else moves. */
function hiddenCells(source: string): Cut[] {
  const spans = hiddenSpans(source)
  const cuts: Cut[] = []
  let cells: Cut[] = []
  for (const element of elementsOf(source)) {
    const { name, open } = element
    if (name === 'c') {
      const column = columnOf(attribute(open, 'r') ?? '')
      if (spans.some((span) => column >= span.first && column <= span.last)) cuts.push(element)
      else cells.push(element)
    } else if (name === 'row') {
      if (isHiddenRow(attribute(open, 'hidden')) || attribute(open, 'ht') === '0') cuts.push(...cells)
      cells = []
    }
  }
  return cuts
}

function cleanSheet(source: string, losesCells: boolean): string {
  const cells = withoutCuts(source, hiddenCells(source))
  return cutElements(cells, ({ name }) => name === 'legacyDrawing' || (losesCells && name === 'f'))
}

/** Texts stand in one list for all sheets: those that no cell shows any more are emptied, so that numbers keep their place. */
function blankUnusedTexts(entries: Entries): void {
  const used = new Set<number>()
  for (const { path } of sheetsOf(entries)) {
    const source = xmlText(entries.get(path) ?? Buffer.from(''))
    let value = ''
    for (const { name, open, innerFrom, innerTo } of elementsOf(source)) {
      if (name === 'v') value = source.slice(innerFrom, innerTo)
      else if (name === 'c' && attribute(open, 't') === 's') used.add(Number(value))
    }
  }
  edit(entries, 'xl/sharedStrings.xml', (source) => {
    const texts = [...elementsOf(source)].filter(({ name }) => name === 'si')
    return withoutCuts(
      source,
      texts.flatMap(({ innerFrom, innerTo, open }, at) =>
        used.has(at) ? [] : [{ from: innerFrom, to: innerTo, put: emptyText(source, open.from) }],
      ),
    )
  })
}

/** An empty text under the prefix that the list itself has. */
function emptyText(source: string, from: number): string {
  const prefix = /^<(\w+:)?si/.exec(source.slice(from, from + 60))?.[1] ?? ''
  return `<${prefix}t/>`
}
