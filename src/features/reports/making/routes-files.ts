import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { findUnit } from '../../organisations/index.ts'
import { makeReport } from '../annual/make-report.ts'
import { reportSubject } from '../subject.ts'
import { askedReport, pathOfReport } from './asked-report.ts'
import { fileOfReport, paperKinds, type PaperKind } from './file-of-report.ts'
import { marksIn, readFacts } from './read-facts.ts'

/** A report as it would be filed today, to take away: as it travels between systems, and to print, write in and reckon with. */
export const fileRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/reports/:id/report.json', policy: 'reports.read', about: pathOfReport, answer: giveJson },
  ...paperKinds.map((kind): Route => ({
    ...{ method: 'GET', path: `/desk/reports/:id/report.${kind}`, policy: 'reports.read', about: pathOfReport },
    answer: (ask) => givePaper(ask, kind),
  })),
]

async function readAsked(ask: Ask) {
  const report = await askedReport(ask)
  const unit = await findUnit(ask.site.database.read, report.unitId)
  const made = unit && (await makeReport(ask.site, unit, report, ask.site.today()))
  if (unit === undefined || made === undefined) throw new NotFound(reportSubject(report.id))
  return { report, unit, made }
}

async function giveJson(ask: Ask): Promise<Answer> {
  const { unit, made } = await readAsked(ask)
  const file = Buffer.from(`${JSON.stringify(made.report, null, 2)}\n`)
  return { file, type: 'application/json', name: `${unit.code}-${made.report.year}.json` }
}

async function givePaper(ask: Ask, kind: PaperKind): Promise<Answer> {
  const { report, unit, made } = await readAsked(ask)
  return fileOfReport(ask.reader, kind, {
    ...{ form: made.form, cells: made.report.cells, marks: marksIn(made), facts: await readFacts(ask.site, report, unit, made) },
    ...{ texts: report.texts, notes: report.notes, unit, period: report.period, cutOff: ask.site.today() },
  })
}
