import type { Db } from '../../../platform/database/index.ts'
import { listCategories } from '../../catalogue/index.ts'
import { listUnits } from '../../organisations/index.ts'
import { listDestinations, listPublishedTexts, listStandings } from '../../publishing/index.ts'
import type { SeenText } from '../detectors/view.ts'
import { listTelling, type Reading } from './queries.ts'

type Places = (address: string) => { isThere: boolean; goneOn?: SeenText['publishedOn'] }

/** The texts, published now, in which a reading noted something, with what has become of what they link to and of what they repeat. */
export async function readTellingTexts(db: Db, existing: ReadonlySet<number>): Promise<SeenText[]> {
  const readings = (await listTelling(db)).filter((reading) => existing.has(reading.unitId))
  if (readings.length === 0) return []
  const standings = await listStandings(
    db,
    readings.map((reading) => reading.documentId),
  )
  const originals = await listPublishedTexts(
    db,
    readings.flatMap((reading) => reading.copyOf ?? []),
  )
  const placeOf = await readPlaces(db, readings)
  return readings
    .filter((reading) => standings.get(reading.documentId)?.standing === 'published')
    .map((reading) => {
      const original = originals.get(reading.copyOf ?? 0)
      return {
        id: reading.documentId,
        unitId: reading.unitId,
        publishedOn: reading.publishedOn,
        dateFault: reading.dateFault === '' ? undefined : reading.dateFault,
        deadLinks: reading.links.map((address) => ({ address, ...placeOf(address) })).filter((link) => !link.isThere),
        copyOf: original && { id: reading.copyOf ?? 0, indexNumber: original.indexNumber, percent: reading.alikePercent ?? 0 },
      }
    })
}

/** What stands at the addresses that texts link to: documents by index number, units and categories by code. */
async function readPlaces(db: Db, readings: readonly Reading[]): Promise<Places> {
  const links = new Set(readings.flatMap((reading) => reading.links))
  const numbers = [...links].flatMap((link) => (link.startsWith('documents/') ? [decoded(link.slice('documents/'.length))] : []))
  const documents = await listDestinations(db, numbers)
  const units = new Set((await listUnits(db)).map((unit) => unit.code))
  const categories = new Set((await listCategories(db)).map((category) => category.code))
  return (address) => {
    const [kind, code = ''] = address.split('/')
    if (kind === 'documents') return documents.get(decoded(address.slice('documents/'.length))) ?? { isThere: false }
    return { isThere: (kind === 'units' ? units : categories).has(code) }
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
