import { posix } from 'node:path'
import type { Entries } from '../read-zip.ts'
import { attribute, readXml, xmlText } from '../read-xml.ts'

/** A link from one part of an office file to another, or out of it. */
export interface Relation {
  id: string
  /** The last word of its type: `comments`, `hyperlink`, `image` … */
  type: string
  /** The part, or the address outside. */
  target: string
  isExternal: boolean
}

/** Where the relations of a part are written; '' stands for the whole file. */
export function relationsPath(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
}

/** The part whose relations a path holds. */
export function partOfRelations(path: string): string {
  const folder = posix.dirname(posix.dirname(path))
  return posix.join(folder, posix.basename(path).replace(/\.rels$/, ''))
}

/** The relations of a part; none when it has none. */
export function relationsOf(entries: Entries, part: string): Relation[] {
  const bytes = entries.get(part === '' ? '_rels/.rels' : relationsPath(part))
  if (bytes === undefined) return []
  const relations: Relation[] = []
  for (const piece of readXml(xmlText(bytes))) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue
    const isExternal = attribute(piece, 'TargetMode') === 'External'
    const written = attribute(piece, 'Target') ?? ''
    const type = (attribute(piece, 'Type') ?? '').replace(/^.*\//, '')
    relations.push({ id: attribute(piece, 'Id') ?? '', type, target: isExternal ? written : resolve(part, written), isExternal })
  }
  return relations
}

function resolve(part: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(posix.dirname(part), target))
}
