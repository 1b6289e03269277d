import { addDays } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { exists, listUnits, type Unit } from '../organisations/index.ts'
import { isInForce } from './duty.ts'
import { listDuties, lockDuty, type StoredDuty } from './queries.ts'
import { findTask, insertTask, listLaidOut, listOwing } from './queries-tasks.ts'
import { periodsBetween, type Period } from './rule.ts'
import { taskContent, taskSubject } from './subject.ts'

/**
 * Lays out the tasks of every duty that comes round by the calendar, for every unit that owes it, as far ahead as the house rules say.
 * Runs every night and after each change of the catalogue; what is laid out already stays as it is. Gives the number of new tasks.
 * Each duty is a transaction of its own: entries in the record make everybody else wait until theirs ends.
 */
export async function planTasks(site: Site): Promise<number> {
  const units = new Map((await listUnits(site.database.read)).map((unit) => [unit.id, unit]))
  let laidOut = 0
  for (const duty of await listDuties(site.database.read)) {
    try {
      if (upcoming(site, duty).length > 0) laidOut += await site.database.transaction((db) => planDuty(site, db, duty.id, units))
    } catch (fault) {
      // One line that cannot be laid out must not stop those after it.
      site.log({ level: 'error', what: 'plan-tasks', duty: duty.code, fault: String(fault) })
    }
  }
  return laidOut
}

async function planDuty(site: Site, db: Db, dutyId: number, units: ReadonlyMap<number, Unit>): Promise<number> {
  const duty = await lockDuty(db, dutyId)
  if (duty === undefined) return 0
  const laidOut = await listLaidOut(db, dutyId)
  const before = laidOut.size
  for (const { unitId, sinceOn } of await listOwing(db, dutyId)) {
    const unit = units.get(unitId)
    for (const period of upcoming(site, duty)) {
      const isOwed = period.opensOn >= sinceOn && unit !== undefined && exists(unit, period.opensOn)
      if (!isOwed || laidOut.has(`${unitId} ${period.name}`)) continue
      await layOut(site, db, dutyId, unitId, period)
      laidOut.add(`${unitId} ${period.name}`)
    }
  }
  return laidOut.size - before
}

/** The occurrences of a duty from its beginning to the end of the planned time, while it is in force. */
function upcoming(site: Site, duty: StoredDuty): Period[] {
  if (duty.rule.kind === 'within' || duty.rule.kind === 'at-once') return []
  const until = addDays(site.today(), site.houseRules.planAheadDays)
  return periodsBetween(duty.rule, duty.sinceOn, until, site.calendar).filter((period) => isInForce(duty, period.opensOn))
}

async function layOut(site: Site, db: Db, dutyId: number, unitId: number, period: Period): Promise<void> {
  const { name, ...days } = period
  const id = await insertTask(db, { dutyId, unitId, matter: '', period: name, ...days, at: site.now() })
  const task = id === undefined ? undefined : await findTask(db, id)
  if (task === undefined) throw new Error(`the task ${name} of duty ${dutyId} is there already`)
  await record(db, { at: site.now(), actor: 'system', act: 'catalogue.lay-out', subject: taskSubject(task.id), content: taskContent(task) })
}
