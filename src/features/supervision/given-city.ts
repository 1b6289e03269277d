import { givenCast, givenContent, must, release, type Cast } from '../../../test/support/given.ts'
import { dutyOf } from '../../../test/support/duty.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { addCategory } from '../catalogue/add-category.ts'
import { layDownDuty } from '../catalogue/lay-down-duty.ts'
import { listTasks, planTasks, registerMatter, type StoredDuty, type StoredTask, type TimeRule } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { createDocument, type Content, type StoredDocument } from '../publishing/index.ts'
import { asDay } from '../../kernel/day.ts'

/** A city whose past is played day by day: what it owes, and the hands that publish. */
export interface GivenCity {
  site: TestSite
  cast: Cast
  mc: Unit
  /** Eight departments, d1 to d8. */
  departments: Unit[]
  duties: Record<string, StoredDuty>
  /** Releases a text of a unit on a day, through every hand. */
  publish(day: string, unit: Unit, duty: string, more?: Partial<Content> & { task?: StoredTask }): Promise<StoredDocument>
  /** The task of a duty of a unit that was due on this day. */
  taskDue(duty: string, unit: Unit, dueOn: string): Promise<StoredTask>
  department(n: number): Unit
}

const whole = {
  ...{ functionsZh: '负责本单位工作', functionsEn: 'Does its work', addressZh: '政务路1号', addressEn: '1 Zhengwu Road' },
  ...{ hoursZh: '9:00—17:00', hoursEn: '9:00–17:00', telephone: '0999-5550001', fax: '0999-5550002', email: 'a@example.org' },
  ...{ web: 'https://example.org', responsibleZh: '负责人', responsibleEn: 'Head', contactZh: '联络人', contactEn: 'Contact' },
}
const event: TimeRule = { kind: 'within', days: 20, count: 'working', anchor: 'formation' }
const monthly: TimeRule = { kind: 'periodic', every: 'month', within: 10, count: 'calendar' }
const yearly: TimeRule = { kind: 'periodic', every: 'year', by: '03-31' }

/** Founds a city of nine units with complete profiles and a small catalogue, and plans its tasks. Nothing is published yet. */
export async function givenCity(options: { without?: string } = {}): Promise<GivenCity> {
  const site = await freshSite('2025-03-03')
  const mc = await givenUnit(site, { code: 'mc', nameZh: '明川市人民政府', organisationCode: 'MC0000012', ...whole })
  const departments: Unit[] = []
  for (let n = 1; n <= 8; n++) departments.push(await givenUnit(site, { code: `d${n}`, ...whole }, mc))
  const cast = await givenCast(site, mc)
  const department = (n: number): Unit => departments[n - 1] ?? mc
  const duties: Record<string, StoredDuty> = {}
  const lay = async (code: string, units: Unit[], rule: TimeRule, since: string): Promise<void> => {
    if (code === options.without) return
    const category = must(await addCategory(site, 'system', { code, position: 0, nameZh: code, nameEn: code }))
    const duty = { ...dutyOf(`line-${code}`), rule, sinceOn: asDay(since) }
    const unitIds = units.map((unit) => unit.id)
    duties[code] = must(await layDownDuty(site, 'system', { duty, categoryId: category.id, unitIds }))
  }
  await lay('news', [mc], event, '2025-03-03')
  await lay('policies', [mc, department(2)], event, '2025-03-03')
  await lay('interpretation', [mc], event, '2025-03-03')
  await lay('reports', departments.slice(0, 6).concat(department(8)), monthly, '2025-12-01')
  await lay('long-reports', [department(7)], monthly, '2025-04-01')
  await lay('plans', [department(8)], yearly, '2025-12-01')
  await lay('budgets', [department(8)], yearly, '2025-12-01')
  await lay('notices', [department(3)], event, '2025-03-03')
  await lay('rules', [department(5)], event, '2025-03-03')
  for (const [code, n] of [['fees', 4], ['projects', 5], ['funds', 6]] as const) await lay(code, [department(n)], event, '2025-03-03') // prettier-ignore
  await planTasks(site)
  return { ...{ site, cast, mc, departments, duties, department }, ...actsOf(site, cast, duties) }
}

let texts = 0

function actsOf(site: TestSite, cast: Cast, duties: Record<string, StoredDuty>): Pick<GivenCity, 'publish' | 'taskDue'> {
  return {
    async publish(day, unit, duty, { task, ...content } = {}) {
      site.day = day
      texts += 1
      const formedOn = content.formedOn ?? asDay(day)
      const title = `${unit.nameZh}关于第${texts}号事项的说明`
      const text = givenContent({ title, body: `第${texts}号事项已经办结。`, summary: '', ...content, formedOn })
      const dutyId = duty === '' ? undefined : duties[duty]?.id
      const created = must(await createDocument(site, cast.writer, { unitId: unit.id, dutyId, taskId: task?.id, content: text }))
      return release(site, cast, created)
    },
    async taskDue(duty, unit, dueOn) {
      const span = { dueFrom: asDay(dueOn), dueUntil: asDay(dueOn), limit: 1 }
      const find = () => listTasks(site.database.read, { ...span, dutyIds: [duties[duty]?.id ?? 0], unitIds: [unit.id] })
      let [task] = await find()
      if (task === undefined) {
        await planTasks(site)
        ;[task] = await find()
      }
      if (task === undefined) throw new Error(`${unit.code} owes nothing under ${duty} on ${dueOn}`)
      return task
    },
  }
}

/** Something was formed: the task for it. */
export async function givenEvent(city: GivenCity, duty: string, unit: Unit, formedOn: string): Promise<StoredTask> {
  const dutyId = city.duties[duty]?.id ?? 0
  return must(
    await registerMatter(city.site, 'system', { dutyId, unitId: unit.id, matter: `${duty} ${formedOn}`, formedOn: asDay(formedOn) }),
  )
}

/** The days by which monthly reports are due, from a month to a month, both included. */
export function dueDays(from: string, until: string): string[] {
  const days: string[] = []
  for (let at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1; ; at++) {
    const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    if (month > until) return days
    days.push(`${month}-10`)
  }
}
