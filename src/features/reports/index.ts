import type { Loaders } from '../../platform/journal/index.ts'
import { listLineRows } from './annual/queries-lines.ts'
import * as bulletins from './bulletins/queries-bulletins.ts'
import * as bulletinSubjects from './bulletins/subject.ts'
import * as circulars from './circulars/queries-circulars.ts'
import * as circularSubjects from './circulars/subject.ts'
import { listEveryEntry } from './entered/queries.ts'
import { filingContent } from './making/tell-filing.ts'
import { listRounds } from './rounds/queries.ts'
import { roundContent, roundSubject } from './rounds/tell-round.ts'
import { findFiling, listFilingIds, listReports } from './making/queries.ts'
import {
  entryContent,
  entrySubject,
  filingSubject,
  reportContent,
  reportSubject,
  rowContent,
  rowSubject,
  summaryContent,
} from './subject.ts'
import { listSummaries } from './summaries/queries.ts'

export { type Breach, identityIds } from './annual/breach.ts'
export { formOfYear } from './annual/form.ts'
export { breachesIn } from './annual/identity.ts'
export { type FileFault, readReport } from './annual/report-file.ts'
export { sayBreach } from './annual/say-breach.ts'
export { sayFault } from './annual/say-fault.ts'
export { annualForms } from './load-annual-forms.ts'
export { mapLines } from './annual/map-lines.ts'
export { askedEntry, pathOfEntry } from './entered/asked-entry.ts'
export { enterFigure } from './entered/enter-figure.ts'
export { enterNumber } from './entered/enter-number.ts'
export { type Entry, fieldOfEntry } from './entered/entry.ts'
export { listEntries } from './entered/queries.ts'
export { strikeFigure } from './entered/strike-figure.ts'
export { periodFrom, periodsBefore, periodWith } from './figures/period.ts'
export { askedReport, pathOfReport } from './making/asked-report.ts'
export { beginReport } from './making/begin-report.ts'
export { fieldOfCell, originOf, wordOfCell } from './making/cell.ts'
export { enterCells } from './making/enter-cells.ts'
export { fileReport } from './making/file-report.ts'
export { listUnitsInReach, listUnitsOfYear } from './making/list-units-in-reach.ts'
export { longestText } from './making/made.ts'
export { markNumbers } from './making/mark-numbers.ts'
export { type MadeView, readMade } from './making/read-made.ts'
export { readReports, type ReportLine } from './making/read-reports.ts'
export { saveTexts } from './making/save-texts.ts'
export { roundInWords, reportPath } from './pages/round-words.ts'
export { proposeDay } from './rounds/load-round-rules.ts'
export { openRound } from './rounds/open-round.ts'
export { readOwedRounds } from './rounds/read-asked.ts'
export { beginStatement } from './statements/begin-statement.ts'
export { fileStatement } from './statements/file-statement.ts'
export { writeStatement } from './statements/write-statement.ts'
export { judgeFiling } from './making/judge-filing.ts'
export { openContent } from './published/open-content.ts'
export { findPublishedReport, listPublished, readPublishedDrift } from './published/read-published.ts'
export { figureGroups } from './figures/count-figures.ts'
export { readOpenAccount, readOpenRecords } from './figures/read-open.ts'
export { beginBulletin } from './bulletins/begin-bulletin.ts'
export { bulletinForm } from './bulletins/load-bulletin-form.ts'
export { handBulletin } from './bulletins/hand-bulletin.ts'
export { writeBulletin } from './bulletins/write-bulletin.ts'
export { beginCircular } from './circulars/begin-circular.ts'
export { handCircular } from './circulars/hand-circular.ts'
export { readCircular } from './circulars/read-circular.ts'
export { sayProposals } from './circulars/say-ranking.ts'
export { writeCircular } from './circulars/write-circular.ts'
export { routes } from './routes.ts'
export { workSummary } from './load-work-summary.ts'
export { askedSummary, pathOfSummary } from './summaries/asked-summary.ts'
export { beginSummary } from './summaries/begin-summary.ts'
export { fileSummary } from './summaries/file-summary.ts'
export { readSummaries, summaryState, type SummaryLine } from './summaries/read-summaries.ts'
export { readSummary, type SummaryView } from './summaries/read-summary.ts'
export { saySentence } from './summaries/say-summary.ts'
export type { FiledSentence } from './summaries/summary.ts'
export { writeSummary } from './summaries/write-summary.ts'

/** Every number entered by hand, every report and every filing as the record should know it. */
export const loaders: Loaders = {
  async *'reports.entered'(db) {
    for (const entry of await listEveryEntry(db)) yield { subject: entrySubject(entry.id), content: entryContent(entry) }
  },
  async *'reports.row'(db) {
    for (const [row, dutyIds] of await listLineRows(db)) yield { subject: rowSubject(row), content: rowContent(row, dutyIds) }
  },
  async *'reports.report'(db) {
    for (const report of await listReports(db, {})) yield { subject: reportSubject(report.id), content: reportContent(report) }
    for (const summary of await listSummaries(db, {})) yield { subject: reportSubject(summary.id), content: summaryContent(summary) }
  },
  async *'reports.round'(db) {
    for (const round of await listRounds(db, {})) yield { subject: roundSubject(round.id), content: await roundContent(db, round) }
  },
  async *'reports.filing'(db) {
    for (const id of await listFilingIds(db)) {
      const filing = await findFiling(db, id)
      if (filing !== undefined) yield { subject: filingSubject(id), content: await filingContent(db, filing) }
    }
  },
  async *'reports.bulletin-section'(db) {
    for (const [section, codes] of await bulletins.listSections(db))
      yield { subject: bulletinSubjects.sectionSubject(section), content: bulletinSubjects.sectionContent(section, codes) }
  },
  async *'reports.bulletin'(db) {
    for (const one of await bulletins.listBulletins(db))
      yield { subject: bulletinSubjects.bulletinSubject(one.id), content: bulletinSubjects.bulletinContent(one) }
  },
  async *'reports.bulletin-issue'(db) {
    for (const issue of await bulletins.listIssues(db))
      yield { subject: bulletinSubjects.issueSubject(issue.id), content: bulletinSubjects.issueContent(issue) }
  },
  async *'reports.circular'(db) {
    for (const one of await circulars.listCirculars(db))
      yield { subject: circularSubjects.circularSubject(one.id), content: circularSubjects.circularContent(one) }
  },
  async *'reports.circular-issue'(db) {
    for (const issue of await circulars.listCircularIssues(db)) {
      const cells = await circulars.listCircularCells(db, issue.id)
      yield { subject: circularSubjects.issueSubject(issue.id), content: circularSubjects.issueContent(issue, cells) }
    }
  },
}
