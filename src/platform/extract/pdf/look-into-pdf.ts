import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { note, noteText, Unreadable, type Notes, type Spot } from '../look.ts'
import { unseenTexts } from './unseen-text.ts'
import { readMarks } from './read-marks.ts'

/** Pictures are not needed, and decoding them would take most of the time. */
const largestPicture = 100_000

/** A PDF: the text of its pages, what lies under or beside what they show, and what is attached to it. */
export async function lookIntoPdf(bytes: Buffer, notes: Notes): Promise<void> {
  const document = await open(bytes)
  try {
    if (document.numPages > notes.limits.pages) throw new Unreadable('too-large-inside')
    await lookAround(document, bytes, notes)
    for (let number = 1; number <= document.numPages; number++) await lookIntoPage(await document.getPage(number), number, notes)
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : new Unreadable('broken')
  } finally {
    await document.destroy()
  }
}

async function open(bytes: Buffer): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  const safe = { isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0, maxImageSize: largestPicture }
  const fonts = { cMapUrl: `${join(folder, 'cmaps')}/`, cMapPacked: true, standardFontDataUrl: `${join(folder, 'standard_fonts')}/` }
  return getDocument({ data: new Uint8Array(bytes), ...safe, ...fonts }).promise.catch((fault: { name?: string }) => {
    throw new Unreadable(fault.name === 'PasswordException' ? 'encrypted' : 'broken')
  })
}

/** What belongs to the whole file. */
async function lookAround(document: PDFDocumentProxy, bytes: Buffer, notes: Notes): Promise<void> {
  const { info, metadata } = await document.getMetadata()
  const facts = info as { Author?: string; Custom?: Record<string, unknown> }
  if (facts.Author) note(notes, 'metadata', { by: 'field', name: 'Author', passage: facts.Author })
  for (const [name, text] of Object.entries(facts.Custom ?? {}))
    note(notes, 'metadata', { by: 'field', name, passage: String(text) }, 'own-field')
  const creator = (metadata as { get(name: string): string | string[] | null } | null)?.get('dc:creator')
  if (creator) note(notes, 'metadata', { by: 'field', name: 'dc:creator', passage: [creator].flat().join(', ') })
  for (const name of Object.keys((await document.getAttachments()) ?? {})) note(notes, 'embedded', { by: 'part', name })
  if ((await document.getJSActions()) !== null) note(notes, 'script', { by: 'part', name: 'JavaScript' })
  const source = bytes.toString('latin1')
  const endings = source.split('startxref').length - 1
  if (endings > (source.includes('/Linearized') ? 2 : 1)) note(notes, 'earlier-version', { by: 'part', name: String(endings - 1) })
}

async function lookIntoPage(page: PDFPageProxy, number: number, notes: Notes): Promise<void> {
  const spot: Spot = { by: 'page', name: String(number) }
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const names = Object.fromEntries(Object.entries(OPS).map(([name, code]) => [code, name]))
  const operators = await page.getOperatorList()
  const unseen = unseenTexts(readMarks({ ...operators, names }), page.view)
  for (const { kind, because, text } of unseen) note(notes, kind, { ...spot, passage: text }, because)
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
  noteText(notes, { ...spot, text, isHidden: false })
  if (text.trim() === '' && operators.fnArray.length > 0) notes.wordless.push(spot)
  await lookAtAnnotations(page, spot, notes)
  page.cleanup()
}

/** Links and fields belong to a page; every other annotation is a remark of somebody, or a cover over something. */
const ordinary = ['Link', 'Widget', 'Popup', 'PrinterMark', 'TrapNet']

interface Annotation {
  subtype: string
  contentsObj?: { str: string }
  fieldValue?: unknown
}

async function lookAtAnnotations(page: PDFPageProxy, spot: Spot, notes: Notes): Promise<void> {
  for (const { subtype, contentsObj, fieldValue } of (await page.getAnnotations()) as Annotation[]) {
    const words = contentsObj?.str ?? ''
    if (subtype === 'FileAttachment') note(notes, 'embedded', { ...spot, passage: words })
    else if (!ordinary.includes(subtype)) note(notes, 'comments', { ...spot, passage: words || subtype })
    noteText(notes, { ...spot, text: typeof fieldValue === 'string' ? `${words} ${fieldValue}` : words, isHidden: true })
  }
}
