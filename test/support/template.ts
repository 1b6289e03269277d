import { announceEdition, layDownTemplate, listTasks, planTasks, takeEffect, type Category } from '../../src/features/catalogue/index.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { addMonths } from '../../src/kernel/day.ts'
import { dutyOf } from './duty.ts'
import { givenDuty, must } from './given.ts'
import type { TestSite } from './site.ts'

/** A template that a unit keeps for the departments of its subtree, with one line in force and a change of it announced for next month. */
export async function givenTemplate(site: TestSite, keeper: Unit, categoryId: number) {
  const names = { nameZh: '部门公开目录', nameEn: 'Departments', issuerZh: '省政府', issuerEn: 'The province' }
  const template = must(
    await layDownTemplate(site, 'system', { code: 'above', unitId: keeper.id, ...names, kinds: ['department'], levels: [] }),
  )
  const { code: _code, sinceOn: _since, untilOn: _until, ...duty } = dutyOf('inherited')
  const line = { code: 'inherited', columns: { ...duty, categoryId }, ends: false, reason: '按省目录' }
  const first = must(await announceEdition(site, 'system', template, { ...line, takesEffectOn: site.today() }))
  await takeEffect(site)
  const columns = { ...line.columns, titleEn: 'New words' }
  const change = { ...line, lineId: first.lineId, columns, takesEffectOn: addMonths(site.today(), 1) }
  return { template, edition: must(await announceEdition(site, 'system', template, change)) }
}

/** A duty whose material is handed in before each quarter ends: the task of the quarter that runs. */
export async function givenMaterialTask(site: TestSite, unit: Unit, category: Category): Promise<number> {
  const rule = { kind: 'periodic', every: 'quarter', before: 10, count: 'calendar' } as const
  const names = { titleZh: '季度材料', titleEn: 'Quarterly material' }
  const duty = await givenDuty(site, category, [unit], { code: 'material', ...names, audience: 'staff', rule })
  await planTasks(site)
  const tasks = await listTasks(site.database.read, { dutyIds: [duty.id], opensUntil: site.today(), isLatestFirst: true, limit: 1 })
  return tasks[0]?.id ?? 0
}
