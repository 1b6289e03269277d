import type { Entries } from '../read-zip.ts'
import { attribute, xmlText } from '../read-xml.ts'
import { hidingStyles } from '../office/look-into-open-document.ts'
import { dropFromManifest } from './clean-package.ts'
import { elementsOf, withoutCuts, type Cut, type Element } from './cut.ts'
import { edit } from './parts.ts'

const marks =
  /^(annotation|annotation-end|tracked-changes|change|change-start|change-end|hidden-text|hidden-paragraph|content-validations)$/

/** An OpenDocument without remarks, with all changes accepted, and without hidden text, tables and rows. */
export function cleanOpenDocument(entries: Entries): void {
  const styles = hidingStyles(xmlText(entries.get('content.xml') ?? Buffer.from('')))
  edit(entries, 'content.xml', (source) => {
    const cuts: Cut[] = []
    for (const element of elementsOf(source)) {
      const { name, open, parents } = element
      const style = attribute(open, 'style-name') ?? ''
      if (marks.test(name) || (name === 'notes' && parents.at(-1) === 'page')) cuts.push(element)
      else if (name === 'span' && styles.text.has(style)) cuts.push(element)
      else if ((name === 'p' || name === 'h') && styles.text.has(style)) cuts.push(insideOf(element))
      else if (name === 'table' && styles.tables.has(style)) cuts.push(element)
      else if (name === 'table-row' && ['collapse', 'filter'].includes(attribute(open, 'visibility') ?? ''))
        cuts.push(emptied(source, element))
    }
    return withoutCuts(source, cuts)
  })
  dropFromManifest(entries, (path) => path.startsWith('Thumbnails/'))
}

function insideOf({ innerFrom, innerTo }: Element): Cut {
  return { from: innerFrom, to: innerTo }
}

/** A row keeps its place with one empty cell. */
function emptied(source: string, element: Element): Cut {
  const prefix = /^<(\w+:)?/.exec(source.slice(element.from, element.from + 60))?.[1] ?? ''
  return { ...insideOf(element), put: `<${prefix}table-cell/>` }
}
