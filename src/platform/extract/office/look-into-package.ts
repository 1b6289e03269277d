import { note, noteText, type Notes } from '../look.ts'
import { lookIntoPicture } from '../look-into-picture.ts'
import type { Entries } from '../read-zip.ts'
import { attribute, readXml, xmlText } from '../read-xml.ts'
import { partOfRelations, relationsOf, type Relation } from './relations.ts'

/** What can hide in any office file: who made it, programs, embedded files, links to elsewhere, and what its pictures say. */
export async function lookIntoPackage(entries: Entries, notes: Notes): Promise<void> {
  lookIntoProperties(entries, notes)
  for (const path of entries.keys()) {
    const kind = partKind(path)
    if (kind !== undefined) note(notes, kind, { by: 'part', name: path })
    if (path.endsWith('.rels')) lookIntoRelations(relationsOf(entries, partOfRelations(path)), path, notes)
    if (/^customXml\/item\d+\.xml$/.test(path))
      noteText(notes, { by: 'part', name: path, text: textIn(xmlText(entries.get(path)!)), isHidden: true })
  }
  for (const [path, bytes] of entries) {
    if (!isPicture(path)) continue
    // One odd picture does not make the text around it unreadable; what it says beside what it shows stays open.
    await lookIntoPicture(bytes, path, notes).catch(() => note(notes, 'picture-metadata', { by: 'picture', name: path }))
  }
}

const partKinds = [
  ['macros', /vbaProject|vbaData|\/activeX\/|^Basic\/|^Scripts\//i],
  ['embedded', /\/embeddings\/|\/afchunk|^Object [^/]+\/content\.xml$|^ObjectReplacements\//i],
] as const

function partKind(path: string) {
  return partKinds.find(([, pattern]) => pattern.test(path))?.[0]
}

/** Pictures that carry metadata; drawings (EMF, WMF, SVG) carry none of that kind. */
export function isPicture(path: string): boolean {
  return /\.(jpe?g|png|webp|gif|tiff?)$/i.test(path)
}

/** Words that say who made a file, and for whom; what the file is about (title, subject) may stand. */
const personalFields = ['creator', 'lastModifiedBy', 'Manager', 'Company', 'initial-creator', 'printed-by', 'HyperlinkBase', 'description']

/** True for a field of a document's properties that names a person or a place of work. */
export function isPersonal(name: string): boolean {
  return personalFields.includes(name)
}

function lookIntoProperties(entries: Entries, notes: Notes): void {
  for (const path of ['docProps/core.xml', 'docProps/app.xml', 'meta.xml']) {
    const bytes = entries.get(path)
    if (bytes === undefined) continue
    for (const { name, text } of fieldsOf(xmlText(bytes)))
      if (isPersonal(name) && text !== '') note(notes, 'metadata', { by: 'field', name, passage: text })
  }
  const own = entries.get('docProps/custom.xml')
  if (own !== undefined) {
    for (const piece of readXml(xmlText(own))) {
      if (piece.kind === 'open' && piece.name === 'property')
        note(notes, 'metadata', { by: 'field', name: attribute(piece, 'name') ?? '' }, 'own-field')
    }
  }
  for (const path of entries.keys())
    if (/^(docProps\/thumbnail|Thumbnails\/)/i.test(path)) note(notes, 'metadata', { by: 'part', name: path }, 'thumbnail')
}

/** The fields of a list of properties, each with its text. */
function* fieldsOf(xml: string): Generator<{ name: string; text: string }> {
  let last = ''
  let text = ''
  for (const piece of readXml(xml)) {
    if (piece.kind === 'open') {
      last = piece.name === 'user-defined' ? 'description' : piece.name
      text = ''
    } else if (piece.kind === 'text') text += piece.body
    else if (last !== '') {
      yield { name: last, text: text.trim() }
      last = ''
    }
  }
}

function lookIntoRelations(relations: readonly Relation[], path: string, notes: Notes): void {
  for (const { type, target, isExternal } of relations) {
    if (!isExternal || isWebLink(type, target)) continue
    const because = type === 'attachedTemplate' ? 'template' : type === 'hyperlink' ? 'local-file' : ''
    note(notes, 'external-link', { by: 'part', name: path.replace(/_rels\/|\.rels$/g, ''), passage: target }, because)
  }
}

/** A link that a reader may click, to the web or to mail, is no leak; one to somebody's disk or network is. */
function isWebLink(type: string, target: string): boolean {
  return type === 'hyperlink' && (/^(https?|mailto|tel):/i.test(target) || /^#|^[^:\\]*$/.test(target))
}

/** All text of an XML part, as one line. */
export function textIn(xml: string): string {
  let text = ''
  for (const piece of readXml(xml)) if (piece.kind === 'text') text += `${piece.body} `
  return text
}
