import type { Day } from '../../../kernel/day.ts'
import type { Kind, Rhythm } from '../kind.ts'

/** What the form of a carrier holds. */
export interface CarrierDraft {
  unitId: number
  kind: string
  nameZh: string
  nameEn: string
  placeZh: string
  placeEn: string
  web: string
  /** What it is, where it is of the free kind. */
  kindSaid: string
  rhythm: string
  keeperId?: number
  /** A screen may show one category only. */
  categoryId?: number
  sinceOn: Day
  untilOn?: Day
}

/** Something on which public texts appear besides this site: a column, a wall, a screen, a gazette. */
export interface Carrier extends CarrierDraft {
  id: number
  code: string
  /** The name of a kept picture of it, or ''. */
  photo: string
  version: number
}

export type CarrierRefusal =
  'name-missing' | 'kind-unknown' | 'kind-unsaid' | 'rhythm-unknown' | 'place-missing' | 'web-wrong' | 'web-missing' | 'ends-before-start'

/** Why this cannot be kept as a carrier: it needs a name, and a place where people can go or an address that they can open. */
export function carrierRefusals(draft: CarrierDraft, kinds: readonly Kind[], rhythms: readonly Rhythm[]): CarrierRefusal[] {
  const refusals: CarrierRefusal[] = []
  const kind = kinds.find((one) => one.kind === draft.kind)
  if (draft.nameZh.trim() === '' || draft.nameEn.trim() === '') refusals.push('name-missing')
  if (kind === undefined) refusals.push('kind-unknown')
  if (kind?.isFree === true && draft.kindSaid.trim() === '') refusals.push('kind-unsaid')
  if (!rhythms.some((one) => one.rhythm === draft.rhythm)) refusals.push('rhythm-unknown')
  if (kind?.isOffline === true && draft.placeZh.trim() === '') refusals.push('place-missing')
  if (kind?.isOffline === false && draft.web === '') refusals.push('web-missing')
  if (draft.web !== '' && !isWebAddress(draft.web)) refusals.push('web-wrong')
  if (draft.untilOn !== undefined && draft.untilOn < draft.sinceOn) refusals.push('ends-before-start')
  return refusals
}

/** Is the carrier in use on this day? */
export function isInUse(carrier: Pick<Carrier, 'sinceOn' | 'untilOn'>, day: Day): boolean {
  return carrier.sinceOn <= day && (carrier.untilOn === undefined || day <= carrier.untilOn)
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
