import { createHash } from 'node:crypto'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { recordAll, type Change } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { categoryContent } from '../add-category.ts'
import { findStatute } from '../find-statute.ts'
import { insertCategory, listCategories, listDuties, saveDuty, saveOwingUnits, type Category } from '../queries.ts'
import { listOwing } from '../queries-tasks.ts'
import { comesRoundAlike } from '../rule.ts'
import { dutyContent, dutySubject } from '../subject.ts'
import { findHeadings, type SheetWords } from './heading.ts'
import { readLines, type RowProblem } from './line.ts'
import { mergeLines, sinceOf, type Merge, type Placed } from './merge.ts'
import { namesOf, placeLines } from './place-lines.ts'
import { insertDuties, insertOwing, lockImports } from './queries.ts'

export type ImportRefusal = { kind: 'no-headings' } | ({ kind: 'row' } & RowProblem)

/** What an import did, or would do. */
export interface ImportReport {
  rows: number
  added: { row: number; code: string; title: string }[]
  changed: { row: number; code: string; title: string }[]
  same: number
}

export interface LineImport {
  unit: Unit
  rows: readonly (readonly string[])[]
  words: SheetWords
  /** Only say what would happen. */
  isTrial?: boolean
}

/**
 * Reads the standard catalogue sheet of a unit and of those below it into the catalogue: new lines are laid down, changed ones changed,
 * the rest is left alone. All or nothing: with one wrong row nothing is saved, and every wrong cell is named with its row and column.
 */
export async function importLines(site: Site, actor: string, asked: LineImport): Promise<Outcome<ImportReport, ImportRefusal>> {
  const headings = findHeadings(asked.rows, asked.words)
  if (headings === undefined) return refused({ kind: 'no-headings' })
  const statute = findStatute(site, site.today()).term
  const defaults = { within: statute.days, confirmBy: site.houseRules.standingConfirmBy, today: site.today() }
  const reading = readLines(asked.rows, headings, asked.words, defaults)
  return site.database.transaction(async (db) => {
    await lockImports(db)
    const [categories, duties, units] = await Promise.all([listCategories(db), listDuties(db), listUnits(db)])
    const standing = new Map(duties.map((duty) => [duty.code, duty]))
    const placed = placeLines(asked.unit, units, reading.lines)
    const isDated = headings.places.has('since')
    const lines = placed.lines.map((line) => {
      const code = line.code || codeOf(asked.unit, line)
      return { ...line, code, duty: { ...line.duty, sinceOn: sinceOf(line, isDated, standing.get(code)) } }
    })
    const reach = new Set(units.filter((unit) => unit.path.startsWith(asked.unit.path)).map((unit) => unit.id))
    const merge = mergeLines(lines, { standing, categories: namesOf(categories), reach, statute })
    const problems = [...reading.problems, ...placed.problems, ...merge.problems].toSorted((one, other) => one.row - other.row)
    if (problems.length > 0) return refused(...problems.map((problem) => ({ kind: 'row' as const, ...problem })))
    if (asked.isTrial !== true) await save(site, db, actor, merge, categories)
    return done(reportOf(merge, lines.length))
  })
}

/** A line without a code is known by its category and title: the same sheet read twice finds the same lines. */
function codeOf(unit: Unit, line: Placed): string {
  return `${unit.code.slice(0, 40)}-${shortHash([...line.category, line.duty.titleZh, line.duty.elementsZh.slice(0, 200)].join('\n'))}`
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

async function save(site: Site, db: Db, actor: string, merge: Merge, known: Category[]): Promise<void> {
  const at = site.now()
  const changes: Change[] = []
  const ids = await findOrAddCategories(db, known, [...merge.added, ...merge.changed.map(({ line }) => line)], (category) =>
    changes.push({
      at,
      actor,
      act: 'catalogue.add-category',
      subject: `catalogue.category:${category.id}`,
      content: categoryContent(category),
    }),
  )
  const categoryOf = (line: Placed): number => ids.get(line.category.join(' / ')) ?? 0
  const added = merge.added.map((line) => ({ ...line.duty, code: line.code, categoryId: categoryOf(line), unitIds: line.unitIds }))
  const dutyIds = await insertDuties(db, added)
  const idOf = (code: string): number => dutyIds.get(code) ?? 0
  await insertOwing(
    db,
    added.flatMap(({ code, unitIds, sinceOn }) => unitIds.map((unitId) => ({ dutyId: idOf(code), unitId, sinceOn }))),
  )
  for (const duty of added) {
    const unitIds = duty.unitIds.toSorted((one, other) => one - other)
    const owing = unitIds.map((unitId) => ({ unitId, sinceOn: duty.sinceOn }))
    const content = dutyContent({ ...duty, id: idOf(duty.code), version: 1, unitIds }, owing)
    changes.push({ at, actor, act: 'catalogue.lay-down', subject: dutySubject(idOf(duty.code)), content })
  }
  for (const { line, before } of merge.changed) {
    const after = { ...before, ...line.duty, categoryId: categoryOf(line) }
    const since = after.sinceOn > site.today() ? after.sinceOn : site.today()
    await saveDuty(db, after)
    await saveOwingUnits(db, before.id, line.unitIds, since, !comesRoundAlike(before.rule, after.rule))
    const owing = await listOwing(db, before.id)
    const content = dutyContent({ ...after, unitIds: owing.map((one) => one.unitId) }, owing)
    changes.push({ at, actor, act: 'catalogue.change', subject: dutySubject(before.id), content })
  }
  await recordAll(db, changes)
  if (changes.length > 0) await enqueue(db, 'catalogue.plan-tasks', {}, { key: 'all', runAt: at })
}

/** Categories by their whole name from the top down; those that are missing are added, and told. */
async function findOrAddCategories(
  db: Db,
  known: readonly Category[],
  lines: readonly Placed[],
  tell: (category: Category) => void,
): Promise<Map<string, number>> {
  const ids = new Map([...namesOf(known)].map(([id, name]) => [name, id]))
  const byId = new Map(known.map((category) => [category.id, category]))
  for (const line of lines) {
    for (let depth = 1; depth <= line.category.length; depth++) {
      const name = line.category.slice(0, depth).join(' / ')
      if (ids.has(name)) continue
      const parent = byId.get(ids.get(line.category.slice(0, depth - 1).join(' / ')) ?? 0)
      const nameZh = line.category[depth - 1] ?? ''
      const added = await insertCategory(db, {
        code: `c-${shortHash(name)}`,
        ...{ parentId: parent?.id, parentPath: parent?.path ?? '/', position: byId.size + 1 },
        ...{ nameZh, nameEn: line.categoryEn[depth - 1] ?? nameZh },
      })
      if (added === undefined) throw new Error(`the category ${name} is there already`)
      byId.set(added.id, added)
      ids.set(name, added.id)
      tell(added)
    }
  }
  return ids
}

function reportOf(merge: Merge, rows: number): ImportReport {
  const said = (line: Placed) => ({ row: line.row, code: line.code, title: line.duty.titleZh })
  return { rows, added: merge.added.map(said), changed: merge.changed.map(({ line }) => said(line)), same: merge.same }
}
