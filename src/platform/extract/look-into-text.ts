import { decodeText } from '../text/decode-text.ts'
import { readHtml } from '../text/read-html.ts'
import { attributeOf, elementsBelow, isHidden, textBelow } from '../text/tree.ts'
import { note, noteText, Unreadable, type Notes } from './look.ts'

/** A text file, line by line; a table of values (CSV) also for cells that a spreadsheet would run as formulas. */
export async function lookIntoText(bytes: Buffer, ending: string, notes: Notes): Promise<void> {
  const text = decoded(bytes)
  if (ending === 'csv') return lookIntoTable(text, notes)
  if (ending === 'html' || ending === 'htm') return lookIntoPage(text, notes)
  text.split('\n').forEach((line, at) => noteText(notes, { by: 'line', name: String(at + 1), text: line, isHidden: false }))
}

function decoded(bytes: Buffer): string {
  try {
    return decodeText(bytes).text
  } catch {
    throw new Unreadable('broken')
  }
}

async function lookIntoTable(text: string, notes: Notes): Promise<void> {
  const { parse } = await import('csv-parse/sync')
  const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true }
  const rows: string[][] = (() => {
    try {
      return parse(text, options)
    } catch {
      return text.split('\n').map((line) => [line]) // a table that no program reads is still text
    }
  })()
  rows.forEach((row, at) => {
    const cells = row.map((_, column) => `${columnName(column)}${at + 1}`)
    row.forEach((value, column) => {
      // A spreadsheet takes these for formulas; a plain number or a dash alone is none.
      if (/^\s*[=@+\-\t]/.test(value) && !/^\s*[-+]?[\d.,%\s]*$/.test(value) && !/^\s*-+\s*$/.test(value))
        note(notes, 'text-formulas', { by: 'cell', name: cells[column] ?? '', passage: value })
    })
    noteText(notes, {
      by: 'cell',
      name: cells[0] ?? '',
      text: row.map((value) => value.replace(/\t/g, ' ')).join('\t'),
      isHidden: false,
      cells,
    })
  })
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

const foreign = ['src', 'data', 'poster', 'background']

async function lookIntoPage(text: string, notes: Notes): Promise<void> {
  const { parse } = await import('parse5')
  const page = parse(text)
  for (const element of elementsBelow(page.childNodes)) {
    const name = element.tagName
    const handlers = element.attrs.filter((one) => /^on/i.test(one.name) || /^\s*javascript:/i.test(one.value))
    if (name === 'script' || handlers.length > 0) note(notes, 'script', { by: 'part', name })
    if (isHidden(element)) {
      note(notes, 'hidden-text', { by: 'part', name, passage: textBelow(element) })
      noteText(notes, { by: 'part', name, text: textBelow(element), isHidden: true })
    }
    if (name === 'meta' && /author|creator/i.test(attributeOf(element, 'name') ?? ''))
      note(notes, 'metadata', { by: 'field', name: attributeOf(element, 'name') ?? '', passage: attributeOf(element, 'content') ?? '' })
    for (const one of element.attrs)
      if (foreign.includes(one.name) && /^(https?:)?\/\//i.test(one.value))
        note(notes, 'external-link', { by: 'part', name, passage: one.value })
  }
  for (const [comment] of text.matchAll(/<!--[\s\S]*?-->/g)) {
    note(notes, 'comments', { by: 'part', name: 'html', passage: comment.slice(4, -3) })
    noteText(notes, { by: 'part', name: 'html', text: comment.slice(4, -3), isHidden: true })
  }
  readHtml(text).blocks.forEach((block, at) =>
    noteText(notes, { by: 'paragraph', name: String(at + 1), text: block.plain, isHidden: false }),
  )
}
