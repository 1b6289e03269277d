import { addMonths, daysBetween } from '../kernel/day.ts'
import type { Unit } from '../features/organisations/index.ts'
import type { DemoPack, DemoPublication } from './read-pack.ts'
import type { Setting } from './setting.ts'
import { monthsOfPast } from './stage.ts'

/** Duties whose standing text says nothing but what a unit's profile says. */
const fromProfile = ['organisation', 'town-functions', 'safety-institution', 'safety-contact', 'guide', 'town-guide', 'town-leaders']

/**
 * The standing texts of a young system: each unit's first publication says what it is for and where to find it, written from its
 * profile in the first weeks. Units that publish a text of their own for the duty are left out.
 */
export function standingPublications(setting: Setting, pack: DemoPack): DemoPublication[] {
  const written = new Set(pack.publications.map((one) => `${one.duty} ${one.unit}`))
  const units = new Map([...setting.units.values()].map((unit) => [unit.id, unit]))
  const age = daysBetween(addMonths(setting.today, -monthsOfPast), setting.today)
  return fromProfile.flatMap((code, position) => {
    const duty = setting.duties.get(code)
    return (duty?.unitIds ?? []).flatMap((id, index) => {
      const unit = units.get(id)
      if (duty === undefined || unit === undefined || written.has(`${code} ${unit.code}`)) return []
      const publishedDaysAgo = age - 7 - ((index * 3 + position * 11) % 60)
      return [standingText(unit, duty.titleZh, code, publishedDaysAgo)]
    })
  })
}

function standingText(unit: Unit, dutyTitle: string, duty: string, publishedDaysAgo: number): DemoPublication {
  const rows: [string, string][] = [
    ['单位名称', unit.nameZh],
    ['主要职责', unit.functionsZh],
    ['负责人', unit.responsibleZh],
    ['办公地址', unit.addressZh],
    ['办公时间', unit.hoursZh],
    ['联系电话', unit.telephone],
    ['传真', unit.fax],
    ['电子邮箱', unit.email],
    ['政务公开联系', unit.contactZh],
  ]
  const table = rows.filter(([, value]) => value !== '').map(([name, value]) => `| ${name} | ${value} |`)
  return {
    duty,
    unit: unit.code,
    formedDaysAgo: publishedDaysAgo + 6,
    publishedDaysAgo,
    language: 'zh',
    title: `${unit.nameZh}${dutyTitle}`,
    summary: `${unit.nameZh}的职责、地址、办公时间和联系方式。`,
    body: [`以下信息由${unit.nameZh}提供，每年核对确认一次。`, ['| 项目 | 内容 |', '| --- | --- |', ...table].join('\n')].join('\n\n'),
    genre: '其他',
  }
}
