import { addDays, addMonths, monthOf, type Day } from '../kernel/day.ts'
import { arrangeIssue, composeIssue, listGazettes, publishIssue } from '../features/channels/index.ts'
import type { Unit } from '../features/organisations/index.ts'
import { listPublic } from '../features/publishing/index.ts'
import type { Setting } from './setting.ts'
import { momentOn, mustSucceed, type Moment } from './stage.ts'

const quarters = 3
const mostInIssue = 8

/** The city's gazette: an issue after each of the last quarters, and the one of this quarter still being composed. */
export function gazettesOf(setting: Setting): Moment[] {
  const days = Array.from({ length: quarters }, (_, n) => issueDay(setting.today, quarters - 1 - n))
  const issues = days.map((day, index) => ({ at: momentOn(day, 15 * 60 + 5), happens: () => issue(setting, day, index < quarters - 1) }))
  return issues.filter(({ at }) => at <= momentOn(setting.today, 24 * 60 - 1))
}

/** The twentieth of a quarter's last month, so many quarters ago; for the present one, a fortnight ago. */
function issueDay(today: Day, ago: number): Day {
  if (ago === 0) return addDays(today, -14)
  const month = Number(today.slice(5, 7))
  return `${monthOf(addMonths(today, -(((month - 1) % 3) + 1) - 3 * (ago - 1)))}-20` as Day
}

async function issue({ stage, units }: Setting, day: Day, isPublished: boolean): Promise<void> {
  const { site } = stage
  const db = site.database.read
  const [gazette] = await listGazettes(db)
  const city = [...units.values()].find((unit) => unit.id === gazette?.unitId)
  if (gazette === undefined || city === undefined) return
  const year = Number(day.slice(0, 4))
  const number = Math.ceil(Number(day.slice(5, 7)) / 3)
  const begun = mustSucceed(await composeIssue(site, 'system', gazette.id, { year, number, datedOn: day }), 'a gazette')
  const lines = (await listPublic(db, { unitPath: city.path, limit: 60 })).filter((line) => line.standing === 'published')
  const chosen = [...lines.filter((line) => line.documentNumber !== ''), ...lines.filter((line) => line.documentNumber === '')]
  const byId = new Map([...units.values()].map((unit) => [unit.id, unit]))
  const items = chosen.slice(0, mostInIssue).map((line, at) => {
    const rank = rankOf(byId.get(line.unitId))
    return { place: 100 * rank + at, section: sections[rank] ?? '', documentId: line.id }
  })
  const arranged = mustSucceed(await arrangeIssue(site, 'system', begun.id, { version: begun.version, datedOn: day, items }), 'a gazette')
  if (isPublished) mustSucceed(await publishIssue(site, {}, arranged.id, arranged.version), 'a gazette')
}

const sections = ['市政府文件', '部门文件', '县区和镇村'] as const

function rankOf(unit: Unit | undefined): number {
  if (unit?.code === 'mc' || unit?.code === 'office') return 0
  return unit?.level === 'city' ? 1 : 2
}
