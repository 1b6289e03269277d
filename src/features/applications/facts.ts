import type { Db } from '../../platform/database/index.ts'
import { factsFrom, type Fact, type Scope } from '../../platform/facts.ts'
import { countChallengeFacts, listChallengeIds, listChallengeLines, listChallengesByIds } from './challenges/queries-facts.ts'
import { leafByCode, rowIn, type Leaf, type OutcomeForm } from './law/leaf.ts'
import { outcomes } from './load-outcomes.ts'
import type { CaseFilter, ChallengeFilter } from './figures/filter.ts'
import {
  countFacts,
  countMisplaced,
  countStands,
  listFactIds,
  listFactLines,
  listFactsByIds,
  listStands,
  type CountedLine,
  type StandCount,
} from './figures/queries-facts.ts'

/** The requests that a filter lets through, for whoever counts them. A cut-off in the past sees a case as it stood on that day. */
export const casesThat = factsFrom<CaseFilter>({
  kind: 'application',
  counts: countFacts,
  ids: listFactIds,
  list: async (db, scope, filter, after, limit) =>
    (await listFactLines(db, scope, filter, after, limit)).map((line) => factOf(line, filter)),
  byIds: async (db, scope, filter, ids) => (await listFactsByIds(db, scope, ids)).map((line) => factOf(line, filter)),
})

/** Reviews and suits that a filter lets through. */
export const challengesThat = factsFrom<ChallengeFilter>({
  kind: 'challenge',
  counts: countChallengeFacts,
  ids: listChallengeIds,
  list: async (db, scope, filter, after, limit) => (await listChallengeLines(db, scope, filter, after, limit)).map(challengeFact),
  byIds: async (db, scope, _, ids) => (await listChallengesByIds(db, scope, ids)).map(challengeFact),
})

/** Where in the statutory table requests stand; `row` is '' for what ended without an outcome that the form knows. */
export interface TablePlace {
  stand: CaseFilter['stand']
  row: string
  column: string
}

/** The whole statutory table of a scope, from one statement: give the form of the report. A place may come more than once. */
export async function countTable(db: Db, scope: Scope, form: OutcomeForm): Promise<(TablePlace & { count: number })[]> {
  return (await countStands(db, scope)).map(({ count, ...stand }) => ({ ...placeOf(form, stand), count }))
}

/** The same with the cases behind each place, for whoever keeps them. */
export async function listTable(db: Db, scope: Scope, form: OutcomeForm): Promise<(TablePlace & { ids: number[] })[]> {
  return (await listStands(db, scope)).map(({ ids, ...stand }) => ({ ...placeOf(form, stand), ids }))
}

/** What in the register of a scope contradicts a form, however it is counted: see `countMisplaced`. */
export async function readMisplaced(db: Db, scope: Scope, form: OutcomeForm): Promise<{ unplaced: number; twice: number }> {
  const codesOf = (isOne: (leaf: Leaf) => boolean) => outcomes.leaves.filter(isOne).map(({ code }) => code)
  return countMisplaced(db, scope, {
    placed: codesOf((leaf) => rowIn(outcomes, form, leaf) !== undefined),
    withheld: codesOf(({ group }) => group === 'withheld'),
    handsOver: codesOf(({ handsOver }) => handsOver),
  })
}

/** The codes of all outcomes that a form counts in one of its rows. */
export function leavesInRow(form: OutcomeForm, row: string): string[] {
  return outcomes.leaves.filter((leaf) => rowIn(outcomes, form, leaf)?.row === row).map((leaf) => leaf.code)
}

function placeOf(form: OutcomeForm, { stand, applicantKind, leaf }: Omit<StandCount, 'count'>): TablePlace {
  const known = leafByCode(outcomes, leaf)
  return { stand, row: (known && rowIn(outcomes, form, known)?.row) ?? '', column: applicantKind }
}

function factOf(line: CountedLine, { stand }: CaseFilter): Fact {
  const leaf = line.endedOn === undefined ? undefined : leafByCode(outcomes, line.leaf)
  return {
    ...{ id: line.id, unitId: line.unitId, label: line.number, isInner: true, deskHref: `/desk/applications/${line.ref}` },
    ...{ titleZh: leaf?.labelZh ?? '', titleEn: leaf?.labelEn ?? '', isTitleOpen: true },
    on: stand === 'concluded' ? line.endedOn : line.receivedOn,
  }
}

function challengeFact({ id, ref, unitId, number, on }: Awaited<ReturnType<typeof listChallengeLines>>[number]): Fact {
  const path = { label: number, isInner: true, deskHref: `/desk/applications/${ref}` } as const
  return { id, unitId, titleZh: '', titleEn: '', on, ...path }
}
