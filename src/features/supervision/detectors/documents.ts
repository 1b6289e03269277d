import type { Shortfall } from './shortfall.ts'
import type { SeenText, View } from './view.ts'

/** Documents that no line of the catalogue asked this unit for. The view holds only those that are still listed. */
export function findUnasked(view: View): Shortfall[] {
  return view.outside.map((document) => ({
    detector: 'unasked',
    subject: `document:${document.id}`,
    unitId: document.unitId,
    dutyId: document.dutyId,
    documentId: document.id,
    sinceOn: document.publishedOn,
    seen: {},
  }))
}

/** Texts that repeat what a unit above has published, where a link would do. */
export function findForwarded(view: View): Shortfall[] {
  return view.texts.flatMap((text) => {
    const { copyOf } = text
    if (copyOf === undefined) return []
    const seen = { original: copyOf.indexNumber, percent: copyOf.percent }
    return [{ ...ofText('forwarded', text), otherId: copyOf.id, sinceOn: text.publishedOn, seen }]
  })
}

/** Texts without the day on which they were formed, or with one that cannot be. */
export function findWrongDates(view: View): Shortfall[] {
  return view.texts.flatMap((text) =>
    text.dateFault === undefined ? [] : [{ ...ofText('dates-wrong', text), sinceOn: text.publishedOn, seen: { fault: text.dateFault } }],
  )
}

/** Texts with links to addresses of this site at which nothing stands any more, or never did. */
export function findDeadLinks(view: View): Shortfall[] {
  return view.texts.flatMap((text) => {
    const [first] = text.deadLinks
    if (first === undefined) return []
    const days = text.deadLinks.map(({ goneOn }) => (goneOn !== undefined && goneOn > text.publishedOn ? goneOn : text.publishedOn))
    const sinceOn = days.reduce((earliest, day) => (day < earliest ? day : earliest))
    return [{ ...ofText('dead-link', text), sinceOn, seen: { address: first.address, n: text.deadLinks.length } }]
  })
}

function ofText<Name extends Shortfall['detector']>(detector: Name, text: SeenText) {
  return { detector, subject: `document:${text.id}`, unitId: text.unitId, documentId: text.id }
}
