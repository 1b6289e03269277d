import { addDays, addMonths } from '../kernel/day.ts'
import {
  announceEdition,
  answerProposal,
  findDutyByCode,
  layDownTemplate,
  listCategories,
  listLines,
  takeEffect,
  tightenLine,
} from '../features/catalogue/index.ts'
import type { DemoCascade } from './read-cascade.ts'
import type { Setting } from './setting.ts'
import { momentOn, mustSucceed, type Moment } from './stage.ts'

/** The province's list for towns: laid down months ago, changed lately, with what towns made of it. */
export function cascadeMoments(setting: Setting, cascade: DemoCascade): Moment[] {
  const { today } = setting
  const first = Math.max(...cascade.lines.map((line) => line.monthsAgo))
  const on = (daysAgo: number, minute: number) => momentOn(addDays(today, -daysAgo), 15 * 60 + minute)
  return [
    { at: momentOn(addMonths(today, -first), 9 * 60 + 3), happens: () => layDown(setting, cascade) },
    { at: on(cascade.stricter.daysAgo, 10), happens: () => tighten(setting, cascade) },
    ...cascade.changes.map((change, minute) => ({
      at: on(change.announcedDaysAgo, 20 + minute),
      happens: () => announce(setting, cascade, change),
    })),
    ...cascade.comments.map((comment) => ({
      at: on(comment.daysAgo, 30),
      happens: () => answer(setting, comment.unit, comment.line, 'comment', comment.words),
    })),
    { at: on(cascade.early.daysAgo, 40), happens: () => answer(setting, cascade.early.unit, cascade.early.line, 'accepted', '') },
  ]
}

async function layDown(setting: Setting, { template, lines }: DemoCascade): Promise<void> {
  const { site } = setting.stage
  const { keeper, ...rest } = template
  const laid = mustSucceed(await layDownTemplate(site, 'system', { ...rest, unitId: setting.units.get(keeper)?.id ?? 0 }), template.code)
  const categories = await listCategories(site.database.read)
  for (const { code, category, monthsAgo: _, ...line } of lines) {
    const columns = {
      ...{ ...line, categoryId: categories.find((one) => one.code === category)?.id ?? 0, levels: ['town' as const], isRequired: true },
      ...{ audience: 'society' as const, mode: 'proactive' as const, genre: 'list', guidanceZh: '', guidanceEn: '' },
    }
    const announcement = { code, columns, ends: false, reason: '落实省定目录', takesEffectOn: site.today() }
    mustSucceed(await announceEdition(site, 'system', laid, announcement), code)
  }
  await takeEffect(site)
}

async function announce(setting: Setting, { template }: DemoCascade, change: DemoCascade['changes'][number]): Promise<void> {
  const { site } = setting.stage
  const line = await lineOf(setting, change.line)
  const before = line.editions.at(-1)
  if (before === undefined) throw new Error(`the demo city: ${change.line} says nothing`)
  const columns = { ...before.columns, rule: change.rule ?? before.columns.rule, channels: change.channels ?? before.columns.channels }
  const announcement = { lineId: line.id, code: line.code, columns, ends: change.ends === true, reason: change.reasonZh }
  const takesEffectOn = addDays(setting.today, change.inDays)
  const keeper = { id: line.templateId, ...template, unitId: setting.units.get(template.keeper)?.id ?? 0 }
  mustSucceed(await announceEdition(site, 'system', keeper, { ...announcement, takesEffectOn }), change.line)
}

async function tighten(setting: Setting, { stricter }: DemoCascade): Promise<void> {
  const { site } = setting.stage
  const [unit, line] = [setting.units.get(stricter.unit), await lineOf(setting, stricter.line)]
  const duty = await findDutyByCode(site.database.read, stricter.line)
  if (unit === undefined || duty === undefined) throw new Error(`the demo city: nobody owes ${line.code}`)
  const rule = { kind: 'within', days: stricter.withinDays, count: 'working', anchor: 'formation' } as const
  mustSucceed(await tightenLine(site, 'system', duty.id, unit, { version: duty.version, columns: { ...duty, rule } }), 'stricter')
}

async function answer(setting: Setting, unitCode: string, lineCode: string, kind: 'accepted' | 'comment', words: string): Promise<void> {
  const [unit, line] = [setting.units.get(unitCode), await lineOf(setting, lineCode)]
  const edition = line.editions.at(-1)
  if (unit === undefined || edition === undefined) throw new Error(`the demo city: ${unitCode} cannot answer ${lineCode}`)
  const answering = { lineId: line.id, editionId: edition.id, unit, kind, words }
  mustSucceed(await answerProposal(setting.stage.site, 'system', answering), `${unitCode} answers`)
}

async function lineOf({ stage }: Setting, code: string) {
  const line = (await listLines(stage.site.database.read)).find((one) => one.code === code)
  if (line === undefined) throw new Error(`the demo city: there is no line ${code}`)
  return line
}
