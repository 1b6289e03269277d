import type { Db } from '../../../platform/database/index.ts'
import type { Fact } from '../../../platform/facts.ts'
import type { Site } from '../../../platform/site.ts'
import { findPeople, type Colleague } from '../../accounts/index.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Entry } from '../entered/entry.ts'
import { listEntries } from '../entered/queries.ts'
import { countFigures, scopeOf, type Dimension, type Figure, type Question } from './count-figures.ts'
import { makeFingerprint } from './make-fingerprint.ts'
import { readAccount, type Account, type FigureValue } from './read-account.ts'

/** A figure with everything that its page says. */
export interface FigureView {
  value: FigureValue
  account: Account
  /** What lies in each unit right below that which was asked, and in that unit itself; those with nothing are left out. */
  byUnit: readonly { unit: Unit; count: number }[]
  /** Its parts, by each way of taking it apart. */
  byPart: readonly { by: Dimension['code']; parts: readonly { code: string; count: number }[] }[]
  facts: readonly Fact[]
  /** What was entered by hand and struck. */
  struck: readonly Entry[]
  /** Who entered and who struck it. */
  people: ReadonlyMap<number, Colleague>
  /** After this id the list goes on. */
  next?: number | undefined
  /** Undefined for a number that no record shows. */
  fingerprint?: string | undefined
}

const listLength = 50

/** Reads a figure for a question: its value, whose it is, and a part of the records behind it, from after an id. */
export async function readFigure(site: Site, figure: Figure, question: Question, after = 0): Promise<FigureView> {
  const db = site.database.read
  const account = await readAccount(site, question, [figure])
  const [value] = account.values
  if (value === undefined) throw new Error(`no value of ${figure.code}`)
  const byHand = await readByHand(db, figure, question)
  if (figure.facts === undefined) return { value, account, byUnit: [], byPart: [], facts: [], ...byHand }
  const scope = scopeOf(question, figure.unitKinds)
  const found = await figure.facts.list(db, scope, after, listLength + 1)
  const facts = found.slice(0, listLength)
  return {
    ...{ value, account, facts, ...byHand, byUnit: await countByUnit(site, figure, question) },
    byPart: await countParts(db, figure, question),
    next: found.length > listLength ? facts.at(-1)?.id : undefined,
    fingerprint: makeFingerprint({ asked: figure.code, facts: figure.facts, scope }, await figure.facts.ids(db, scope)),
  }
}

/** The parts of a figure, all of one dimension from one reading. */
async function countParts(db: Db, figure: Figure, question: Question): Promise<FigureView['byPart']> {
  const scope = scopeOf(question, figure.unitKinds)
  const counted = []
  for (const { code: by, parts } of figure.dimensions ?? []) {
    const together = parts.map(({ facts }) => facts)
    const counts = (await together[0]?.counts(db, scope, together, 'all'))?.get('')
    counted.push({ by, parts: parts.map(({ code }, at) => ({ code, count: counts?.[at] ?? 0 })) })
  }
  return counted
}

async function readByHand(db: Db, figure: Figure, question: Question): Promise<Pick<FigureView, 'struck' | 'people'>> {
  const { unitIds, from, until } = scopeOf(question)
  const entries = await listEntries(db, { unitIds, figures: [figure.code], from, until, withStruck: true })
  const people = await findPeople(
    db,
    entries.flatMap(({ enteredBy, struckBy }) => [enteredBy, struckBy ?? enteredBy]),
  )
  return { struck: entries.filter(({ struckAt }) => struckAt !== undefined), people }
}

async function countByUnit(site: Site, figure: Figure, question: Question): Promise<{ unit: Unit; count: number }[]> {
  const { units, unit: top } = question
  const counts = (await countFigures(site.database.read, question, [figure], 'unit')).get(figure.code) ?? new Map<string, number>()
  const root = top ?? units.find((one) => one.parentId === undefined)
  const rows = units.filter((one) => one.id === root?.id || one.parentId === root?.id)
  const inRow = (row: Unit): number =>
    units
      .filter((one) => (row.id === root?.id ? one.id === row.id : one.path.startsWith(row.path)))
      .reduce((sum, one) => sum + (counts.get(String(one.id)) ?? 0), 0)
  return rows
    .map((unit) => ({ unit, count: inRow(unit) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
}
