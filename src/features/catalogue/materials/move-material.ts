import { NotFound } from '../../../kernel/faults.ts'
import { done, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { fulfilTask } from '../fulfil-task.ts'
import { findDuty } from '../queries.ts'
import { lockTask } from '../queries-tasks.ts'
import { isHandedIn } from '../rule.ts'
import { taskSubject } from '../subject.ts'
import { handedIn } from '../task.ts'
import { movedMaterial, type Material, type MaterialMove, type MaterialRefusal } from './material.ts'
import { listMaterials, saveMaterial } from './queries.ts'
import { materialContent, materialSubject } from './subject.ts'

export interface MaterialStep {
  taskId: number
  move: MaterialMove
  version: number
  words: string
}

const acts = {
  write: 'catalogue.write-material',
  'sign-head': 'catalogue.sign-as-head',
  'sign-leader': 'catalogue.sign-as-leader',
  'send-back': 'catalogue.send-back-material',
  'hand-in': 'catalogue.hand-in',
} as const satisfies Record<MaterialMove, string>

/** Takes the material of a task one step on. Handing it in fulfils the task: that day decides whether it was in time. */
export async function moveMaterial(site: Site, personId: number, step: MaterialStep): Promise<Outcome<Material, MaterialRefusal>> {
  return site.database.transaction(async (db) => {
    const task = await lockTask(db, step.taskId)
    const duty = task && (await findDuty(db, task.dutyId))
    if (task === undefined || duty === undefined || !isHandedIn(duty.rule)) throw new NotFound(taskSubject(step.taskId))
    const [material] = await listMaterials(db, [task.id])
    const outcome = movedMaterial(material, { ...step, personId, at: site.now(), isOpen: task.opensOn <= site.today() })
    if (!outcome.ok) return outcome
    const saved = await saveMaterial(db, task.id, outcome.value)
    const actor = `person:${personId}`
    await record(db, {
      at: site.now(),
      actor,
      act: acts[step.move],
      subject: materialSubject(saved.id),
      unitId: task.unitId,
      content: materialContent(saved),
      reason: step.move === 'send-back' ? step.words : undefined,
    })
    if (step.move === 'hand-in') await fulfilTask(site, db, actor, task.id, handedIn, site.today())
    return done(saved)
  })
}
