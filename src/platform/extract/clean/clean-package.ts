import { isPersonal, isPicture } from '../office/look-into-package.ts'
import type { Entries } from '../read-zip.ts'
import { attribute } from '../read-xml.ts'
import { cleanPicture } from './clean-picture.ts'
import { cutElements, elementsOf, withoutCuts } from './cut.ts'
import { dropRelations, edit } from './parts.ts'

/** Takes out of any office file who made it, its small preview, and what its pictures say beside what they show. */
export async function cleanPackage(entries: Entries): Promise<void> {
  for (const path of ['docProps/core.xml', 'docProps/app.xml']) edit(entries, path, (source) => blankPersonal(source))
  // The lists of parts name hidden sheets and slides too.
  edit(entries, 'docProps/app.xml', (source) =>
    cutElements(source, ({ name }) => name === 'TitlesOfParts' || name === 'HeadingPairs' || name === 'Template'),
  )
  edit(entries, 'meta.xml', (source) =>
    cutElements(source, ({ name }) => isPersonal(name) || name === 'user-defined' || name === 'template'),
  )
  dropRelations(entries, '', ({ type }) => type === 'custom-properties' || type === 'thumbnail')
  for (const [path, bytes] of entries) if (isPicture(path)) entries.set(path, await cleanPicture(bytes))
}

function blankPersonal(source: string): string {
  const personal = [...elementsOf(source)].filter(({ name }) => isPersonal(name))
  return withoutCuts(
    source,
    personal.map(({ innerFrom, innerTo }) => ({ from: innerFrom, to: innerTo })),
  )
}

/** Takes the link to the template of a Word file's writer out of its settings. */
export function dropTemplate(entries: Entries): void {
  dropRelations(entries, 'word/settings.xml', ({ type }) => type === 'attachedTemplate')
  edit(entries, 'word/settings.xml', (source) => cutElements(source, ({ name }) => ['attachedTemplate', 'rsids', 'docVars'].includes(name)))
}

/** Takes parts out of the list of contents of an OpenDocument, and out of the file. */
export function dropFromManifest(entries: Entries, isDropped: (path: string) => boolean): void {
  for (const path of entries.keys()) if (isDropped(path)) entries.delete(path)
  edit(entries, 'META-INF/manifest.xml', (source) =>
    cutElements(source, ({ name, open }) => name === 'file-entry' && isDropped(attribute(open, 'full-path') ?? '')),
  )
}
