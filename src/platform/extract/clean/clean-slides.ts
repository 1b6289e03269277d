import type { Entries } from '../read-zip.ts'
import { attribute, isOn } from '../read-xml.ts'
import { presentationPath, slidesOf } from '../office/look-into-slides.ts'
import { cutElements, elementsOf, withoutCuts } from './cut.ts'
import { dropRelations, edit, sweep } from './parts.ts'

/** A PowerPoint file without hidden slides, speaker's notes, comments and hidden shapes. */
export function cleanSlides(entries: Entries): void {
  const show = presentationPath(entries)
  const gone = new Set(slidesOf(entries).flatMap((slide) => (slide.isHidden ? [slide.relation] : [])))
  if (gone.size > 0) {
    edit(entries, show, (source) =>
      cutElements(source, ({ name, open }) => name === 'sectionLst' || (name === 'sldId' && gone.has(attribute(open, ':id') ?? ''))),
    )
    dropRelations(entries, show, ({ id }) => gone.has(id))
  }
  for (const { path } of slidesOf(entries)) {
    dropRelations(entries, path, ({ type }) => type === 'notesSlide' || type === 'comments')
    edit(entries, path, withoutHiddenShapes)
  }
  dropRelations(entries, show, ({ type }) => type === 'commentAuthors' || type === 'authors')
  sweep(entries)
}

function withoutHiddenShapes(source: string): string {
  let isHidden = false
  const cuts = []
  for (const element of elementsOf(source)) {
    if (element.name === 'cNvPr') {
      const hidden = attribute(element.open, 'hidden')
      isHidden = hidden !== undefined && isOn(hidden)
    } else if (['sp', 'pic', 'graphicFrame', 'cxnSp'].includes(element.name)) {
      if (isHidden) cuts.push(element)
      isHidden = false
    }
  }
  return withoutCuts(source, cuts)
}
