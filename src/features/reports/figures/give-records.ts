import type { Fact } from '../../../platform/facts.ts'
import type { Answer, Ask } from '../../../platform/http/route.ts'
import { writeCsv } from '../../../platform/sheets/write-csv.ts'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Place } from '../pages/figure-words.ts'
import { openFact } from './open.ts'

/** Records that stand behind a number. `isCase`: requests, of which in public the unit is not said. */
export interface GivenRecords {
  facts: readonly Fact[]
  units: readonly Unit[]
  place: Place
  isCase: boolean
}

/** So many records go into one file; the next begins after the last of them. */
export const mostGiven = 50_000
const pageLength = 50

/** Are the records behind a number asked for as a file? `?as=csv` at the address of their list. */
export function isTakenAway({ query }: Pick<Ask, 'query'>): boolean {
  return query['as'] === 'csv'
}

/** How many records an answer holds: a page, or as many as go into one file. */
export function lengthOf(ask: Pick<Ask, 'query'>): number {
  return isTakenAway(ask) ? mostGiven : pageLength
}

/** Records as a table to take away, as far as whoever reads may know them. */
function giveRecords(
  { t, lang }: Pick<Reader, 't' | 'lang'>,
  { facts, units, place, isCase }: GivenRecords,
): Extract<Answer, { text: string }> {
  const names = new Map(units.map((unit) => [unit.id, nameIn({ lang }, unit)]))
  const rows = facts.map((fact) => {
    const { isInner, label, titleZh, titleEn, on, unitId } = place === 'public' ? openFact(fact, isCase) : { ...fact, isInner: false }
    const isNamed = !isInner || fact.isTitleOpen === true
    const title = nameIn({ lang }, { nameZh: titleZh, nameEn: titleEn }) || t(`account.record.${isNamed ? 'open' : 'inner'}`)
    return [label, title, on ?? '', names.get(unitId ?? 0) ?? '']
  })
  const head = [t('account.column.number'), t('account.column.record'), t('account.column.day'), t('account.column.unit')]
  return { text: writeCsv([head, ...rows]), type: 'text/csv; charset=utf-8' }
}

/** The file that belongs to the list of an address; where there is more than goes into one, its answer leads to the file that goes on. */
export function takeAway(
  { reader, query }: Pick<Ask, 'reader' | 'query'>,
  { next, ...records }: GivenRecords & { next?: number | undefined },
): Extract<Answer, { text: string }> {
  const csv = giveRecords(reader, records)
  if (next === undefined) return csv
  const asked = Object.entries(query).filter(([name]) => name !== 'after')
  return { ...csv, next: href(reader, `${reader.path}?${new URLSearchParams([...asked, ['after', String(next)]])}`) }
}
