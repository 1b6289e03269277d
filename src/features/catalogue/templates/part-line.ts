import { addDays, type Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import { findDuty, insertDuty, lockDuty, saveDuty, saveOwingUnits, type StoredDuty } from '../queries.ts'
import { listOwing } from '../queries-tasks.ts'
import { comesRoundAlike } from '../rule.ts'
import { dutyContent, dutySubject } from '../subject.ts'
import { findLastOpening, listDutyIdsOfLine, tieDuty, type Line } from './queries.ts'
import type { Columns, Edition } from './template.ts'

/** The duty of a line that one unit owes: its own, or the one that it shares with the others. */
export async function dutyOfUnit(db: Db, line: Line, unitId: number): Promise<StoredDuty | undefined> {
  for (const id of await listDutyIdsOfLine(db, line.id)) {
    const duty = await lockDuty(db, id)
    if (duty?.unitIds.includes(unitId) === true) return duty
  }
  return undefined
}

export interface OwnLine {
  line: Line
  edition: Edition
  columns: Columns
  untilOn?: Day | undefined
}

/**
 * Gives a unit a line of its own instead of the one that it shared, or changes the one it has: because it asks more of itself, or takes
 * a change early. Tasks that are laid out already stay as they are. Inside the transaction of the act that wants it.
 */
export async function partLine(site: Site, db: Db, actor: string, act: string, unit: Unit, own: OwnLine): Promise<StoredDuty> {
  const before = await dutyOfUnit(db, own.line, unit.id)
  if (before !== undefined && before.code !== own.line.code) return changeOwn(site, db, actor, act, before, own)
  if (before !== undefined) {
    const others = before.unitIds.filter((id) => id !== unit.id)
    await saveOwingUnits(db, before.id, others, site.today(), false)
    await tell(site, db, actor, 'catalogue.part', before.id)
  }
  const sinceOn = await firstDay(site, db, before, unit.id)
  const { columns, untilOn, line, edition } = own
  const code = `${line.code.slice(0, 59 - unit.code.length)}-${unit.code}`
  const id = await insertDuty(db, { ...columns, code, sinceOn: before?.sinceOn ?? sinceOn, untilOn, position: 0 })
  if (id === undefined) throw new Error(`the code ${code} is taken`)
  await tieDuty(db, id, line.id, edition.id)
  await saveOwingUnits(db, id, [unit.id], sinceOn, true)
  return tell(site, db, actor, act, id)
}

async function changeOwn(site: Site, db: Db, actor: string, act: string, before: StoredDuty, own: OwnLine): Promise<StoredDuty> {
  await saveDuty(db, { ...before, ...own.columns, untilOn: own.untilOn })
  await tieDuty(db, before.id, own.line.id, own.edition.id)
  await saveOwingUnits(db, before.id, before.unitIds, site.today(), !comesRoundAlike(before.rule, own.columns.rule))
  return tell(site, db, actor, act, before.id)
}

/** What was laid out for the unit under the shared line is not asked for a second time. */
async function firstDay(site: Site, db: Db, before: StoredDuty | undefined, unitId: number): Promise<Day> {
  const last = before && (await findLastOpening(db, before.id, unitId))
  return last === undefined || last < site.today() ? site.today() : addDays(last, 1)
}

async function tell(site: Site, db: Db, actor: string, act: string, id: number): Promise<StoredDuty> {
  const duty = await findDuty(db, id)
  if (duty === undefined) throw new Error(`${dutySubject(id)} is gone`)
  await record(db, { at: site.now(), actor, act, subject: dutySubject(id), content: dutyContent(duty, await listOwing(db, id)) })
  return duty
}
