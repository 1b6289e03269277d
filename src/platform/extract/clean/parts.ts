import { posix } from 'node:path'
import { attribute, xmlText } from '../read-xml.ts'
import type { Entries } from '../read-zip.ts'
import { partOfRelations, relationsOf, relationsPath, type Relation } from '../office/relations.ts'
import { cutElements } from './cut.ts'

/** Changes a part where it is there. */
export function edit(entries: Entries, path: string, change: (source: string) => string): void {
  const bytes = entries.get(path)
  if (bytes !== undefined) entries.set(path, Buffer.from(change(xmlText(bytes)).replace(/^(<\?xml[^>]*encoding=["'])[^"']+/, '$1UTF-8')))
}

/** Takes links out of a part's list of relations; what they led to goes with the sweep. */
export function dropRelations(entries: Entries, part: string, isDropped: (relation: Relation) => boolean): void {
  const dropped = new Set(relationsOf(entries, part).flatMap((relation) => (isDropped(relation) ? [relation.id] : [])))
  if (dropped.size === 0) return
  edit(entries, relationsPath(part), (source) =>
    cutElements(source, (element) => element.name === 'Relationship' && dropped.has(attribute(element.open, 'Id') ?? '')),
  )
}

/** Takes out every part that nothing leads to any more, with its relations and its line in the list of contents. */
export function sweep(entries: Entries): void {
  const reached = new Set(['[Content_Types].xml', '_rels/.rels'])
  const waiting = ['']
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part !== '' && entries.has(relationsPath(part))) reached.add(relationsPath(part))
    for (const { target, isExternal } of relationsOf(entries, part)) {
      if (isExternal || reached.has(target) || !entries.has(target)) continue
      reached.add(target)
      waiting.push(target)
    }
  }
  for (const path of entries.keys()) if (!reached.has(path)) entries.delete(path)
  edit(entries, '[Content_Types].xml', (source) =>
    cutElements(source, ({ name, open }) => name === 'Override' && !entries.has((attribute(open, 'PartName') ?? '').replace(/^\//, ''))),
  )
}

/** The parts whose relations an archive lists. */
export function partsWithRelations(entries: Entries): string[] {
  return [...entries.keys()].filter((path) => path.endsWith('.rels') && posix.dirname(path) !== '_rels').map(partOfRelations)
}
