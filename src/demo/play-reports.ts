import { addMonths, yearOf } from '../kernel/day.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import { findDocument, type Officer } from '../features/publishing/index.ts'
import type { Unit } from '../features/organisations/index.ts'
import { beginReport, enterFigure, fileReport, mapLines, saveTexts, periodFrom } from '../features/reports/index.ts'
import type { DemoPublication } from './read-pack.ts'
import type { Setting } from './setting.ts'
import { momentOn, monthsOfPast, mustSucceed, type Moment } from './stage.ts'

/** Which lines of the catalogue the office lets count in table 1 of the annual report. */
const lines = {
  'normative-documents': ['normative-documents'],
  licences: ['licence-decisions', 'safety-licences'],
  penalties: ['penalty-decisions'],
  report: ['annual-report', 'government-annual-report'],
} as const

/** The office lays down once what counts where. */
export function lineMoments(setting: Setting): Moment[] {
  const { stage, today, duties } = setting
  return [
    {
      at: momentOn(addMonths(today, 1 - monthsOfPast), 10 * 60),
      happens: async () => {
        const root = [...setting.units.values()].find((unit) => unit.parentId === undefined)
        const [office] = await listPeopleWithRole(stage.site.database.read, 'office', root?.path ?? '/', stage.site.today())
        for (const [row, codes] of Object.entries(lines)) {
          const dutyIds = codes.flatMap((code) => duties.get(code)?.id ?? [])
          mustSucceed(await mapLines(stage.site, office?.id ?? 0, row, dutyIds), row)
        }
      },
    },
  ]
}

/**
 * A unit makes its annual report: what no record shows is entered, the judgement is written, and the report is filed, which begins its
 * publication. Answers the document's id.
 */
export async function makeReport(
  setting: Setting,
  officer: Officer,
  unit: Unit,
  wanted: NonNullable<DemoPublication['report']>,
): Promise<number> {
  const { site } = setting.stage
  const period = String(yearOf(site.today()) - 1)
  const about = `${unit.code} ${period}`
  const report = mustSucceed(await beginReport(site, officer, { unitId: unit.id, period, withBelow: false }), about)
  for (const [cell, value] of Object.entries(wanted.cells)) {
    const entry = { unitId: unit.id, figure: cell, span: periodFrom(period), value: String(value), isAtLeast: false, decimals: 4 }
    mustSucceed(await enterFigure(site, officer, { ...entry, evidence: wanted.evidence }), `${about} ${cell}`)
  }
  const texts = { 五: wanted.problems, '五/en': wanted.problemsEn }
  const saved = mustSucceed(await saveTexts(site, officer, report.id, { version: report.version, texts, notes: {} }), about)
  const filing = mustSucceed(await fileReport(site, officer, report.id, saved.version), about)
  const document = await findDocument(site.database.read, filing.documentId)
  if (document === undefined) throw new Error(`the demo city: the report of ${about} has no publication`)
  return document.id
}
