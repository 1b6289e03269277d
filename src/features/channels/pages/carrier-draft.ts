import type { Carrier } from '../carriers/carrier.ts'

/** The form of a carrier as typed; nothing in it is lost when the form comes back. */
export interface CarrierTyped {
  kind: string
  nameZh: string
  nameEn: string
  placeZh: string
  placeEn: string
  web: string
  kindSaid: string
  rhythm: string
  keeper: string
  category: string
  sinceOn: string
  untilOn: string
}

export const emptyTyped: CarrierTyped = {
  ...{ kind: '', nameZh: '', nameEn: '', placeZh: '', placeEn: '', web: '', kindSaid: '', rhythm: '', keeper: '', category: '' },
  ...{ sinceOn: '', untilOn: '' },
}

/** A carrier as its form shows it. */
export function typedOf(carrier: Carrier, categoryCode: string): CarrierTyped {
  const { kind, nameZh, nameEn, placeZh, placeEn, web, kindSaid, rhythm, keeperId, sinceOn, untilOn } = carrier
  const texts = { kind, nameZh, nameEn, placeZh, placeEn, web, kindSaid, rhythm, sinceOn }
  return { ...texts, untilOn: untilOn ?? '', keeper: keeperId === undefined ? '' : String(keeperId), category: categoryCode }
}
