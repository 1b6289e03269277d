import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addDays, type Day } from '../kernel/day.ts'
import { packageRoot } from '../platform/root.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import type { Unit } from '../features/organisations/index.ts'
import {
  beginStatement,
  enterFigure,
  fileStatement,
  judgeFiling,
  openRound,
  periodFrom,
  periodsBefore,
  proposeDay,
  writeStatement,
} from '../features/reports/index.ts'
import type { Setting } from './setting.ts'
import { momentOn, mustSucceed, type Moment } from './stage.ts'

const filing = z.object({
  unit: z.string(),
  entered: z.record(z.string(), z.number()),
  words: z.string(),
  verdict: z.enum(['accepted', 'returned']).optional(),
  remark: z.string().default(''),
})
const round = z.object({
  kind: z.enum(['quarter', 'half-year']),
  ago: z.int().min(1),
  words: z.string(),
  unitKinds: z.array(z.string()),
  filings: z.array(filing),
})
const form = z.object({ rounds: z.array(round) })

type DemoRound = z.infer<typeof round>
const evidence = '登记簿，存办公室'

/** The office asks for the statistics of the last quarter and for the last half-year; some units file, one is returned, many are missing. */
export function roundMoments(setting: Setting): Moment[] {
  const { rounds } = form.parse(JSON.parse(readFileSync(join(packageRoot, 'packs/demo/rounds.json'), 'utf8')))
  return rounds.flatMap((one) => {
    const period = periodsBefore(one.kind, setting.today, one.ago)
    const opens = addDays(period.until, 1)
    let id = 0
    const at = (days: number, happens: () => Promise<void>): Moment => ({ at: momentOn(addDays(opens, days), 10 * 60 + 7), happens })
    return [
      at(0, async () => void (id = await open(setting, one, period.code))),
      ...one.filings.map((each, index) => at(2 + index, () => file(setting, id, each, period.code))),
    ].filter((moment) => moment.at <= momentOn(setting.today, 24 * 60 - 1))
  })
}

async function open(setting: Setting, { kind, words, unitKinds }: DemoRound, code: string): Promise<number> {
  const { site } = setting.stage
  const units = [...setting.units.values()]
  const root = rootOf(setting)
  const period = periodFrom(code)
  const dueOn: Day | undefined = period && proposeDay(period)?.on
  const asked = units.filter((unit) => unitKinds.includes(unit.kind) && unit.level !== 'county').map(({ id }) => id)
  const wanted = { unitId: root?.id ?? 0, kind, period: code, dueOn, words, unitIds: asked }
  return mustSucceed(await openRound(site, await personWith(setting, 'office', root), wanted), `a round of ${code}`).id
}

async function file(setting: Setting, roundId: number, told: z.infer<typeof filing>, code: string): Promise<void> {
  const { site } = setting.stage
  const unit = setting.units.get(told.unit)
  const about = `${told.unit} ${code}`
  const officer = await personWith(setting, 'information-officer', unit)
  const report = mustSucceed(await beginStatement(site, officer, { roundId, unitId: unit?.id ?? 0 }), about)
  for (const [figure, value] of Object.entries(told.entered)) {
    const entry = { unitId: report.unitId, figure, span: periodFrom(code), value: String(value), evidence, isAtLeast: false, decimals: 4 }
    mustSucceed(await enterFigure(site, { personId: officer, posts: [] }, entry), `${about} ${figure}`)
  }
  const saved = mustSucceed(
    await writeStatement(site, officer, report.id, { version: report.version, words: told.words, explanation: '' }),
    about,
  )
  const filed = mustSucceed(await fileStatement(site, officer, report.id, saved.version), about)
  if (told.verdict === undefined) return
  const root = rootOf(setting)
  const posts = [{ role: 'office' as const, unitPath: root?.path ?? '/' }]
  const office = { personId: await personWith(setting, 'office', root), posts }
  const asked = { filingId: filed.id, verdict: told.verdict, remark: told.remark }
  mustSucceed(await judgeFiling(site, office, report.id, asked), about)
}

function rootOf({ units }: Setting): Unit | undefined {
  return [...units.values()].find((unit) => unit.parentId === undefined)
}

async function personWith({ stage }: Setting, role: 'office' | 'information-officer', unit: Unit | undefined): Promise<number> {
  const [person] = await listPeopleWithRole(stage.site.database.read, role, unit?.path ?? '/', stage.site.today())
  if (person === undefined) throw new Error(`nobody in the demo city is ${role} of ${unit?.code}`)
  return person.id
}
