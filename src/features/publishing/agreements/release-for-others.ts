import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findTask, fulfilTask } from '../../catalogue/index.ts'
import { listUnits } from '../../organisations/index.ts'
import type { StoredDocument } from '../queries.ts'
import { listAgreements, saveCoIssuers } from './queries.ts'

/** What a release means for the units that issue the text too: it stands on their pages, and fulfils the tasks that they named. */
export async function releaseForOthers(site: Site, db: Db, actor: string, document: StoredDocument): Promise<void> {
  const joint = (await listAgreements(db, [document.id])).filter((one) => one.kind === 'co-issue')
  if (joint.length === 0) return saveCoIssuers(db, document.id, [])
  const units = await listUnits(db)
  await saveCoIssuers(
    db,
    document.id,
    units.filter((unit) => joint.some((one) => one.unitId === unit.id)),
  )
  if (document.standing !== 'published') return
  for (const { taskId } of joint) {
    const task = taskId === undefined ? undefined : await findTask(db, taskId)
    if (task !== undefined) await fulfilTask(site, db, actor, task.id, document.indexNumber, site.today())
  }
}
