import { asDay, isDay, type Day } from '../../../kernel/day.ts'
import { field, type Ask } from '../../../platform/http/route.ts'
import type { Category } from '../../catalogue/index.ts'
import { kindOf } from '../load-kinds.ts'
import { emptyTyped, type CarrierTyped } from '../pages/carrier-draft.ts'
import type { CarrierDraft } from './carrier.ts'

export interface CarrierReading {
  typed: CarrierTyped
  draft: CarrierDraft
  /** Days that cannot be read, by their field. */
  problems: ('sinceOn' | 'untilOn')[]
}

/** Reads the form of a carrier. A rhythm that was not chosen is that of the kind. */
export function readCarrierForm(
  ask: Pick<Ask, 'body'>,
  fixed: { unitId: number; kind?: string; kindSaid?: string },
  categories: readonly Category[],
  today: Day,
): CarrierReading {
  const names = Object.keys(emptyTyped) as (keyof CarrierTyped)[]
  const typed = Object.fromEntries(names.map((name) => [name, field(ask, name).trim()])) as unknown as CarrierTyped
  const problems: CarrierReading['problems'] = []
  if (!isDay(typed.sinceOn)) problems.push('sinceOn')
  if (typed.untilOn !== '' && !isDay(typed.untilOn)) problems.push('untilOn')
  const kind = fixed.kind ?? typed.kind
  const { nameZh, nameEn, placeZh, placeEn, web } = typed
  const draft = {
    ...{ unitId: fixed.unitId, kind, nameZh, nameEn, placeZh, placeEn, web },
    kindSaid: fixed.kindSaid ?? typed.kindSaid,
    rhythm: typed.rhythm || (kindOf(kind)?.rhythm ?? ''),
    keeperId: /^\d{1,15}$/.test(typed.keeper) ? Number(typed.keeper) : undefined,
    categoryId: categories.find((one) => one.code === typed.category)?.id,
    sinceOn: isDay(typed.sinceOn) ? asDay(typed.sinceOn) : today,
    untilOn: isDay(typed.untilOn) ? asDay(typed.untilOn) : undefined,
  }
  return { typed: { ...typed, kind }, draft, problems }
}
