import { loadSynonyms } from '../../../platform/search/load-synonyms.ts'
import { queryTerms, tsquery, waysOf } from '../../../platform/search/terms.ts'
import { normalise } from '../../../platform/search/tokens.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { listByNumber, listFound, type PublicLine } from '../../publishing/index.ts'
import type { Wish } from '../cases/wish.ts'
import { inPairs, matterOf, weigh } from './matching.ts'

/** Something published that may answer a request already. */
export interface Match {
  line: PublicLine
  unit: Unit | undefined
}

const synonyms = loadSynonyms()
const mostLooked = 40
const mostShown = 6
const mostTerms = 8

/**
 * What is published already and may answer a request: documents of the very number that was named, then those in which at least two of
 * the things asked for stand together, the closest first. Texts in both languages are found, for synonyms lead from one to the other.
 */
export async function findMatches(site: Site, unit: Unit, { wanted, documentHint }: Wish): Promise<Match[]> {
  const db = site.database.read
  const numbered = documentHint === '' ? [] : await listByNumber(db, documentHint, mostShown)
  const all = queryTerms(`${documentHint} ${wanted}`, synonyms)
  const terms = matterOf(all).slice(0, mostTerms)
  const words = inPairs(terms.flatMap((term) => tsquery(`"${term.text}"`, synonyms) ?? []))
  const named = all.map((term) => waysOf(term, synonyms).map((way) => normalise(way.text).toLowerCase()))
  const found = words === undefined ? [] : (await listFound(db, { words, limit: mostLooked })).lines
  const weighed = found
    .map((line) => ({ line, weight: weigh(line, named) + (line.unitId === unit.id ? 1 : 0) }))
    .sort((a, b) => b.weight - a.weight)
  const lines = new Map([...numbered, ...weighed.map(({ line }) => line)].map((line) => [line.id, line]))
  const units = new Map((await listUnits(db)).map((one) => [one.id, one]))
  return [...lines.values()].slice(0, mostShown).map((line) => ({ line, unit: units.get(line.unitId) }))
}
