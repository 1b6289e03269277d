import { addDays, addMonths } from '../kernel/day.ts'
import type { Role } from '../kernel/policy.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import { listTasks, moveMaterial, type StoredTask } from '../features/catalogue/index.ts'
import type { Setting } from './setting.ts'
import { momentOn, mustSucceed, type Moment } from './stage.ts'

const steps = [
  ['write', 'information-officer'],
  ['sign-head', 'reviewer'],
  ['sign-leader', 'signer'],
  ['hand-in', 'information-officer'],
] as const satisfies [string, Role][]

/** The material of a quarter: most departments hand in some weeks ago what was due then; this quarter's is on its way. */
export function materialMoments(setting: Setting): Moment[] {
  const { today } = setting
  return [
    {
      at: momentOn(addDays(addMonths(today, -2), -10), 16 * 60),
      happens: () => handIn(setting, (at) => (at % 5 === 4 ? 0 : steps.length)),
    },
    { at: momentOn(addDays(today, -1), 16 * 60), happens: () => handIn(setting, (at) => at % 4) },
  ]
}

/** Takes the material of each open task as many steps as told by its place in the list. */
async function handIn(setting: Setting, stepsFor: (at: number) => number): Promise<void> {
  const { site } = setting.stage
  const duty = setting.duties.get('quarter-material')
  const dutyIds = duty === undefined ? [] : [duty.id]
  const tasks = await listTasks(site.database.read, { dutyIds, isOpen: true, opensUntil: site.today(), dueFrom: site.today(), limit: 100 })
  for (const [at, task] of tasks.entries()) await takeSteps(setting, task, stepsFor(at))
}

async function takeSteps(setting: Setting, task: StoredTask, count: number): Promise<void> {
  const { site } = setting.stage
  const unit = [...setting.units.values()].find((one) => one.id === task.unitId)
  const words = `本期主动公开政府信息，目录所列事项逐项核对完毕。\n未能按时公开的事项已说明原因，列入下期补齐。`
  for (const [version, [move, role]] of steps.slice(0, count).entries()) {
    const [person] = await listPeopleWithRole(site.database.read, role, unit?.path ?? '/', site.today())
    mustSucceed(await moveMaterial(site, person?.id ?? 0, { taskId: task.id, move, version, words }), `${move} for ${unit?.code}`)
  }
}
