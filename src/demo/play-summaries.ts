import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addDays, asDay, yearOf } from '../kernel/day.ts'
import { packageRoot } from '../platform/root.ts'
import { beginSummary, fileSummary, readSummary, writeSummary } from '../features/reports/index.ts'
import { handOn, personFor } from './publish.ts'
import type { Running, Setting } from './setting.ts'
import { momentOn, mustSucceed, type Moment } from './stage.ts'

const summary = z.object({ unit: z.string(), after: z.int().min(1).max(60), texts: z.record(z.string(), z.string()) })
const form = z.object({ summaries: z.array(summary) })

type DemoSummary = z.infer<typeof summary>

/** Some units sum up the year before: the records say the facts, people the rest; the text goes through every hand and is published. */
export function summaryMoments(setting: Setting): Moment[] {
  const { summaries } = form.parse(JSON.parse(readFileSync(join(packageRoot, 'packs/demo/work-summaries.json'), 'utf8')))
  const year = yearOf(setting.today) - 1
  return summaries.flatMap((one) => {
    const on = addDays(asDay(`${year}-12-31`), one.after)
    if (on > setting.today) return []
    const publication = { unit: one.unit, duty: '', formedDaysAgo: 0, language: 'zh', title: `work summary ${year}`, body: '' } as const
    const running: Running = { publication }
    const hands = ['submit', 'approve', 'clear', 'sign'] as const
    return [
      { at: momentOn(on, 9 * 60 + 35), happens: () => sumUp(setting, running, one, String(year)) },
      ...hands.map((hand, at) => ({ at: momentOn(on, 10 * 60 + 50 * at + 12), happens: () => handOn(setting, running, hand) })),
    ]
  })
}

async function sumUp(setting: Setting, running: Running, { unit: code, texts }: DemoSummary, period: string): Promise<void> {
  const { site } = setting.stage
  const about = `work summary of ${code} ${period}`
  const unit = setting.units.get(code)
  if (unit === undefined) throw new Error(`the demo city: no unit ${code}`)
  const officer = await personFor(setting, running, unit, 'information-officer')
  const begun = mustSucceed(await beginSummary(site, officer, { unitId: unit.id, period }), about)
  const { made } = await readSummary(site, begun)
  const taken = made.proposed.map((problem) => problem.code)
  const saved = mustSucceed(await writeSummary(site, officer, begun.id, { version: begun.version, texts, taken }), about)
  running.documentId = mustSucceed(await fileSummary(site, officer, begun.id, saved.version), about).documentId
  running.hands = [officer.personId]
}
