import { factsFrom, fewFacts, lastDay, type Fact } from '../../platform/facts.ts'
import { linesThat } from '../catalogue/index.ts'
import { exists, listUnits, type Unit } from '../organisations/index.ts'
import type { DocumentFilter } from './filter.ts'
import {
  countFacts,
  listFactIds,
  listFactLines,
  listFactsByIds,
  listLinesReleasedUnder,
  listReleasingUnits,
  type CountedDocument,
} from './queries-facts.ts'

/** The documents that a filter lets through, for whoever counts them. What was released after the cut-off still waits. */
export const documentsThat = factsFrom<DocumentFilter>({
  kind: 'document',
  counts: countFacts,
  ids: listFactIds,
  list: async (db, scope, filter, after, limit) => (await listFactLines(db, scope, filter, after, limit)).map(factOf),
  byIds: async (db, scope, filter, ids) => (await listFactsByIds(db, scope, filter, ids)).map(factOf),
})

/** Units that released anything in the period, and exist on its last day: never more than there are. */
export const unitsReleasing = fewFacts<'any', { releasing: Set<number>; units: Unit[] }>(
  'unit',
  async (db, scope) => ({ releasing: new Set(await listReleasingUnits(db, scope)), units: await listUnits(db) }),
  ({ releasing, units }, _, scope) => units.filter((unit) => releasing.has(unit.id) && exists(unit, lastDay(scope))).map(factOfUnit),
  async (db, _, __, ids) => (await listUnits(db)).filter(({ id }) => ids.includes(id)).map(factOfUnit),
)

/** Lines of the catalogue that units of the scope owe on its last day and under which none of them has ever released anything. */
export const linesWithout = fewFacts<'any', { owed: Fact[]; kept: Set<number> }>(
  'line',
  async (db, scope) => {
    const owed = await linesThat('owed').list(db, scope, 0, Number.MAX_SAFE_INTEGER)
    const lineIds = owed.map(({ id }) => id)
    return { owed, kept: new Set(await listLinesReleasedUnder(db, scope, lineIds)) }
  },
  ({ owed, kept }) => owed.filter(({ id }) => !kept.has(id)),
  (db, scope, _, ids) => linesThat('owed').byIds(db, scope, ids),
)

function factOfUnit({ id, code, nameZh, nameEn }: Unit): Fact {
  return { id, unitId: id, label: code, titleZh: nameZh, titleEn: nameEn, href: `/units/${code}` }
}

function factOf({ id, unitId, indexNumber, title, on, isPublic }: CountedDocument): Fact {
  return {
    ...{ id, unitId, label: indexNumber, titleZh: title, titleEn: title, on, deskHref: `/desk/documents/${id}` },
    ...(isPublic ? { href: `/documents/${indexNumber}` } : { isInner: true }),
  }
}
