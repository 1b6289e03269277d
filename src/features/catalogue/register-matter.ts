import type { Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { isInForce } from './duty.ts'
import { lockDuty, type StoredDuty } from './queries.ts'
import { countEvents, findMatter, findTask, insertTask, type StoredTask } from './queries-tasks.ts'
import { dueAfter } from './rule.ts'
import { dutySubject, taskContent, taskSubject } from './subject.ts'

export type MatterRefusal = 'formed-in-future' | 'formed-missing' | 'not-owed' | 'not-in-force' | 'comes-round'

/** What the form of a matter may be refused for, on top of that. */
export type RegisterRefusal = MatterRefusal | 'matter-missing' | 'registered-already'

export interface Matter {
  dutyId: number
  unitId: number
  /** What was formed or changed, in a few words. */
  matter: string
  formedOn?: Day
}

/**
 * Tells that something was formed or changed which a duty wants published: from that day its clock runs, and a task is there.
 * The same words for the same day are refused: a form sent twice registers one matter.
 */
export async function registerMatter(site: Site, actor: string, matter: Matter): Promise<Outcome<StoredTask, RegisterRefusal>> {
  return site.database.transaction(async (db) => {
    const words = matter.matter.trim()
    const refusals: RegisterRefusal[] = words === '' ? ['matter-missing'] : []
    if ((await lockDuty(db, matter.dutyId)) === undefined) throw new NotFound(dutySubject(matter.dutyId))
    if (await isRegistered(db, { ...matter, matter: words })) refusals.push('registered-already')
    const outcome = await registerMatterIn(site, db, actor, { ...matter, matter: words })
    if (!outcome.ok) return refused<RegisterRefusal>(...refusals, ...outcome.refusals)
    return refusals.length > 0 ? refused(...refusals) : outcome
  })
}

async function isRegistered(db: Db, { dutyId, unitId, matter, formedOn }: Matter): Promise<boolean> {
  return formedOn !== undefined && (await findMatter(db, { dutyId, unitId, matter, formedOn })) !== undefined
}

/** The same inside another act's transaction: a document written straight from a duty registers its matter on the way. */
export async function registerMatterIn(site: Site, db: Db, actor: string, matter: Matter): Promise<Outcome<StoredTask, MatterRefusal>> {
  const duty = await lockDuty(db, matter.dutyId)
  if (duty === undefined) throw new NotFound(dutySubject(matter.dutyId))
  const refusals = matterRefusals(duty, matter, site.today())
  if (refusals.length > 0 || matter.formedOn === undefined) return refused(...refusals)
  if (duty.rule.kind === 'periodic' || duty.rule.kind === 'standing') return refused('comes-round')
  const due = dueAfter(duty.rule, matter.formedOn, site.houseRules.atOnce, site.calendar)
  const events = await countEvents(db, duty.id, matter.unitId)
  const id = await insertTask(db, {
    ...matter,
    period: `event-${events + 1}`,
    opensOn: matter.formedOn,
    ...due,
    at: site.now(),
  })
  const task = id === undefined ? undefined : await findTask(db, id)
  if (task === undefined) throw new Error(`the task event-${events + 1} of ${dutySubject(duty.id)} is there already`)
  await record(db, { at: site.now(), actor, act: 'catalogue.register', subject: taskSubject(task.id), content: taskContent(task) })
  return done(task)
}

function matterRefusals(duty: StoredDuty, matter: Matter, today: Day): MatterRefusal[] {
  const refusals: MatterRefusal[] = []
  if (matter.formedOn === undefined) refusals.push('formed-missing')
  else if (matter.formedOn > today) refusals.push('formed-in-future')
  else if (!isInForce(duty, matter.formedOn)) refusals.push('not-in-force')
  if (!duty.unitIds.includes(matter.unitId)) refusals.push('not-owed')
  if (duty.rule.kind === 'periodic' || duty.rule.kind === 'standing') refusals.push('comes-round')
  return refusals
}
