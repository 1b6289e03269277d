import { endingOf, formatOf, formatsOf, packageFormat } from './format.ts'
import { newNotes, noteText, Unreadable, type Look, type LookLimits, type Notes } from './look.ts'
import { lookIntoPicture } from './look-into-picture.ts'
import { lookIntoText } from './look-into-text.ts'
import { lookIntoDocument } from './office/look-into-document.ts'
import { lookIntoOpenDocument } from './office/look-into-open-document.ts'
import { lookIntoPackage, textIn } from './office/look-into-package.ts'
import { lookIntoSlides } from './office/look-into-slides.ts'
import { lookIntoWorkbook } from './office/look-into-workbook.ts'
import { readXml, xmlText } from './read-xml.ts'
import { readZip, type Entries } from './read-zip.ts'

/**
 * Looks into a file: its text, and all that its readers do not see at first sight. To be run in a process of its own: a hostile file may
 * take its memory or its time. Never throws for what a file holds: then the state says that it is unreadable, and why.
 */
export async function lookIntoFile(bytes: Buffer, name: string, limits: LookLimits): Promise<Look> {
  const notes = newNotes(limits)
  try {
    const because = await lookInto(bytes, name, notes, 1)
    const found = [...notes.found.values()]
    if (because !== '') return { state: 'not-checked', because, where: [], found, parts: notes.parts }
    const isWordless = notes.wordless.length > 0
    return {
      state: isWordless ? 'not-checked' : 'looked',
      because: isWordless ? 'no-text-layer' : '',
      where: notes.wordless,
      found,
      parts: notes.parts,
    }
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    return { state: 'unreadable', because: fault.because, where: [], found: [], parts: [] }
  }
}

/** Answers why the file is not checked, '' when it is. */
async function lookInto(bytes: Buffer, name: string, notes: Notes, depth: number): Promise<string> {
  const ending = endingOf(name)
  const format = await formatOf(bytes)
  if (formatsOf[ending]?.includes(format) !== true) throw new Unreadable('not-what-it-says')
  if (format === 'zip') return lookIntoArchive(await readZip(bytes, notes), ending, notes, depth)
  if (format === 'ole') {
    if (ending.endsWith('x')) throw new Unreadable('encrypted')
    return 'old-format'
  }
  if (format === 'pdf') await lookIntoPdf(bytes, notes)
  else if (format === 'text') await lookIntoText(bytes, ending, notes)
  else {
    await lookIntoPicture(bytes, name, notes)
    return 'picture'
  }
  return ''
}

async function lookIntoPdf(bytes: Buffer, notes: Notes): Promise<void> {
  const pdf = await import('./pdf/look-into-pdf.ts')
  await pdf.lookIntoPdf(bytes, notes)
}

async function lookIntoArchive(entries: Entries, ending: string, notes: Notes, depth: number): Promise<string> {
  const format = packageFormat(entries)
  if (format !== ending) throw new Unreadable('not-what-it-says')
  if (format === 'docx') await lookIntoDocument(entries, notes)
  else if (format === 'xlsx') await lookIntoWorkbook(entries, notes)
  else if (format === 'pptx') await lookIntoSlides(entries, notes)
  else if (format === 'ofd') await lookIntoFixedLayout(entries, notes)
  else if (format === 'zip') return lookIntoEntries(entries, notes, depth)
  else {
    if (entries.has('META-INF/manifest.xml') && /encryption-data/.test(xmlText(entries.get('META-INF/manifest.xml')!)))
      throw new Unreadable('encrypted')
    await lookIntoOpenDocument(entries, notes)
  }
  return ''
}

/** Each file of a plain archive, under its own name; the first that is not checked makes the whole not checked. */
async function lookIntoEntries(entries: Entries, notes: Notes, depth: number): Promise<string> {
  let because = ''
  for (const [path, bytes] of entries) {
    if (endingOf(path) === 'zip' && depth >= notes.limits.depth) throw new Unreadable('too-deep')
    const inner: Notes = { ...newNotes(notes.limits), inflatable: notes.inflatable, characters: notes.characters }
    because ||= await lookInto(bytes, path, inner, depth + 1)
    takeOver(inner, path, notes)
  }
  return because
}

function takeOver(inner: Notes, path: string, notes: Notes): void {
  const within = (name: string): string => `${path} › ${name}`
  for (const [key, found] of inner.found) {
    const before = notes.found.get(key)
    const spots = found.spots.map((spot) => ({ ...spot, name: within(spot.name) }))
    notes.found.set(
      key,
      before === undefined
        ? { ...found, spots }
        : { ...before, count: before.count + found.count, spots: [...before.spots, ...spots].slice(0, 10) },
    )
  }
  for (const part of inner.parts) notes.parts.push({ ...part, name: within(part.name), cells: part.cells?.map(within) })
  for (const spot of inner.wordless) notes.wordless.push({ ...spot, name: within(spot.name) })
  notes.inflatable = inner.inflatable
  notes.characters = inner.characters
}

/** OFD (GB/T 33190), the national form of fixed pages: the text of its pages. */
async function lookIntoFixedLayout(entries: Entries, notes: Notes): Promise<void> {
  await lookIntoPackage(entries, notes)
  let page = 0
  for (const [path, bytes] of entries) {
    if (!/\/Pages\/.*\.xml$/.test(path)) continue
    page++
    let [inside, text] = ['', '']
    for (const piece of readXml(xmlText(bytes))) {
      if (piece.kind === 'open') inside = piece.name
      else if (piece.kind === 'close') inside = ''
      else if (inside === 'TextCode') text += piece.body
      if (piece.kind === 'close' && piece.name === 'TextObject') text += '\n'
    }
    if (text.trim() === '') notes.wordless.push({ by: 'page', name: String(page) })
    noteText(notes, { by: 'page', name: String(page), text, isHidden: false })
  }
  for (const [path, bytes] of entries)
    if (/\/Annot(ation)?s?\/.*\.xml$/i.test(path)) noteText(notes, { by: 'part', name: path, text: textIn(xmlText(bytes)), isHidden: true })
}
