import type { z } from 'zod'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { askedReport, originOf, readMade, sayBreach, type MadeView, type ReportLine } from '../reports/index.ts'
import { linksTo, tagOfReport, viewPublication, viewUnit } from './own-report.ts'
import type { reportsPage, reportStanding, reportWhole } from './report-give-forms.ts'

type Line = z.infer<typeof reportsPage>['items'][number]
type Standing = z.infer<typeof reportStanding>
type Whole = z.infer<typeof reportWhole>

/** Where the report of the address stands now, whether it was just begun or changed: all that a change answers. */
export async function answerReport(call: Call, id = call.params['id'] ?? ''): Promise<CallAnswer & { body: Standing }> {
  const view = await readMade(call.site, await askedReport({ site: call.site, params: { id } }))
  const body = viewReportStanding(call, view)
  return { body, tag: tagOfReport(view, body) }
}

/** Where the report of a unit stands, in one line. */
export function viewReportLine(call: Call, year: number, { unit, report, state, filedOn, remark, publishBy }: ReportLine): Line {
  const links = report === undefined ? { api: null, desk: null } : linksTo(call, 'reports', report.id)
  return {
    ...{ id: report?.id ?? null, unit: viewUnit(unit), year, state, filedAt: filedOn?.toISOString() ?? null },
    ...{ remark: remark ?? null, publishBy: publishBy ?? null, ...links },
  }
}

/** A report whole, as it would be filed now. */
export function viewReport(call: Call, view: MadeView): Whole {
  const { report, made, filings, drift } = view
  return {
    ...viewReportStanding(call, view),
    ...{ edition: made.form.id, texts: report.texts, notes: report.notes },
    sections: made.form.sections.map(({ isJudgement = false, ...section }) => ({ ...section, isJudgement })),
    cells: made.cells.map((filled) => {
      const { cell, value, isAtLeast, entries } = filled
      const evidence = filled.origin === 'by-hand' ? entries.map((entry) => entry.evidence) : []
      return { cell: cell.address, origin: originOf(filled), value, isAtLeast, measure: cell.measure, evidence }
    }),
    breaches: made.breaches.map((breach) => {
      const { id, kind, severity, cells, left, right, row = null, column = null } = breach
      return { id, kind, severity, cells, left, right, row, column, words: sayBreach(call.t, call.lang, made.form, breach) }
    }),
    filings: filings.map(viewFiling),
    drift: viewDrift(drift),
  }
}

/** What was frozen of a report or a summary, without what is in it. */
export function viewFiling({ serial, cutOff, filedAt, fingerprint }: Pick<MadeView['filings'][number], FilingKeys>) {
  return { filing: serial, cutOff, filedAt: filedAt.toISOString(), fingerprint }
}

type FilingKeys = 'serial' | 'cutOff' | 'filedAt' | 'fingerprint'

/** What changed since a filing, without the records themselves. */
export function viewDrift(drift: MadeView['drift']): Whole['drift'] {
  return drift.map(({ added, removed, ...one }) => ({ ...one, added: added.length, removed: removed.length }))
}

function viewReportStanding(call: Call, view: MadeView): Standing {
  const { report, unit, made, state, filings, judgement, document, refusals } = view
  const count = (severity: string) => made.breaches.filter((breach) => breach.severity === severity).length
  return {
    ...{ id: report.id, unit: viewUnit(unit), year: Number(report.period), state, withBelow: report.withBelow },
    ...{ filedAt: filings[0]?.filedAt.toISOString() ?? null, remark: judgement?.remark ?? null, publishBy: view.publishBy ?? null },
    ...linksTo(call, 'reports', report.id),
    ...{ errors: count('error'), warnings: count('warning'), document: viewPublication(call, document) },
    obstacles: refusals.map((code) => ({ code, message: call.t(`reports.refused.${code}`) })),
  }
}
