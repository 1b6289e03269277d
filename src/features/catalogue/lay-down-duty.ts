import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { NotFound } from '../../kernel/faults.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { Site } from '../../platform/site.ts'
import { isCode, laidDown, type Duty, type DutyRefusal } from './duty.ts'
import { findDutyByCode, insertDuty, listCategories, lockDuty, saveDuty, saveOwingUnits, type StoredDuty } from './queries.ts'
import { comesRoundAlike } from './rule.ts'
import { findStatute } from './find-statute.ts'
import { listOwing } from './queries-tasks.ts'
import { dutyContent, dutySubject } from './subject.ts'

export type LayDownRefusal =
  DutyRefusal | 'code-wrong' | 'code-taken' | 'category-missing' | 'nobody-owes' | 'edited-meanwhile' | 'laid-down-above'

export interface DutyForm {
  duty: Duty
  categoryId: number
  unitIds: readonly number[]
}

/** Adds a line to the catalogue and says which units owe it. Their tasks are laid out by the job that it queues. */
export async function layDownDuty(site: Site, actor: string, form: DutyForm): Promise<Outcome<StoredDuty, LayDownRefusal>> {
  return site.database.transaction(async (db) => {
    const refusals = await formRefusals(site, db, form)
    if (!isCode(form.duty.code) || form.duty.code === 'new') refusals.push('code-wrong')
    if ((await findDutyByCode(db, form.duty.code)) !== undefined) refusals.push('code-taken')
    if (refusals.length > 0) return refused(...refusals)
    const id = await insertDuty(db, { ...form.duty, categoryId: form.categoryId, position: 0 })
    if (id === undefined) return refused('code-taken')
    await saveOwingUnits(db, id, form.unitIds, form.duty.sinceOn, true)
    return finish(site, db, actor, 'catalogue.lay-down', id)
  })
}

/**
 * Changes a line; `version` is the one the form was opened with. A unit that is added, and every unit when the rule comes round in
 * another way, owes what opens from today on; tasks that are laid out already stay as they are.
 */
export async function changeDuty(
  site: Site,
  actor: string,
  id: number,
  version: number,
  form: DutyForm,
): Promise<Outcome<StoredDuty, LayDownRefusal>> {
  return site.database.transaction(async (db) => {
    const before = await lockDuty(db, id)
    if (before === undefined) throw new NotFound(dutySubject(id))
    const refusals = await formRefusals(site, db, form)
    if (before.version !== version) refusals.push('edited-meanwhile')
    // A line that is inherited is changed above, or a unit asks more of itself (templates/tighten-line.ts); nobody takes it away here.
    if (before.above !== undefined) refusals.push('laid-down-above')
    if (refusals.length > 0) return refused(...refusals)
    await saveDuty(db, { ...before, ...form.duty, code: before.code, categoryId: form.categoryId })
    const since = form.duty.sinceOn > site.today() ? form.duty.sinceOn : site.today()
    await saveOwingUnits(db, id, form.unitIds, since, !comesRoundAlike(before.rule, form.duty.rule))
    return finish(site, db, actor, 'catalogue.change', id)
  })
}

async function formRefusals(site: Site, db: Db, form: DutyForm): Promise<LayDownRefusal[]> {
  const refusals: LayDownRefusal[] = []
  const outcome = laidDown(form.duty, findStatute(site, site.today()).term)
  if (!outcome.ok) refusals.push(...outcome.refusals)
  if (!(await listCategories(db)).some((one) => one.id === form.categoryId)) refusals.push('category-missing')
  if (form.unitIds.length === 0) refusals.push('nobody-owes')
  return refusals
}

async function finish(site: Site, db: Db, actor: string, act: string, id: number): Promise<Outcome<StoredDuty, LayDownRefusal>> {
  const duty = await lockDuty(db, id)
  if (duty === undefined) throw new NotFound(dutySubject(id))
  await record(db, { at: site.now(), actor, act, subject: dutySubject(id), content: dutyContent(duty, await listOwing(db, id)) })
  await enqueue(db, 'catalogue.plan-tasks', {}, { key: 'all', runAt: site.now() })
  return done(duty)
}
