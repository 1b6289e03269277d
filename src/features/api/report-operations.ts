import { pathOfEntry, pathOfReport, pathOfSummary } from '../reports/index.ts'
import type { Operation } from './api-operation.ts'
import { enterFigure, readEntries, strikeEntry } from './call-figures.ts'
import * as summaries from './call-summaries.ts'
import * as reports from './make-report.ts'
import * as forms from './report-forms.ts'
import * as give from './report-give-forms.ts'

const list = '/api/v1/desk/reports'
const one = `${list}/:id`
const read = { method: 'GET', policy: 'api.reports', status: 200 } as const
const begin = { method: 'POST', policy: 'api.reports-write', status: 201 } as const
/** Whatever changes one of them names what it saw. */
const change = { method: 'POST', policy: 'api.reports-write', params: forms.reportParams, asksSeen: true, status: 200 } as const
const report = { ...change, about: pathOfReport, gives: give.reportStanding } as const

/** Annual reports in the making. What the office says of them, and their release, is for people. */
const annual: readonly Operation[] = [
  { ...read, name: 'listUnitReports', path: list, query: forms.reportsQuery, gives: give.reportsPage, answer: reports.readReports },
  {
    ...{ ...read, name: 'readReport', path: one, params: forms.reportParams, about: pathOfReport },
    ...{ gives: give.reportWhole, answer: reports.readReport },
  },
  { ...begin, name: 'beginReport', path: list, body: forms.newReport, gives: give.reportStanding, answer: reports.beginReport },
  { ...report, name: 'writeReport', path: `${one}/texts`, body: forms.reportTexts, answer: reports.writeReport },
  { ...report, name: 'enterCells', path: `${one}/numbers`, body: forms.cellNumbers, answer: reports.enterCells },
  { ...report, name: 'fileReport', path: `${one}/file`, body: forms.nothing, answer: reports.fileReport },
]

const years = '/api/v1/desk/summaries'
const summary = { ...change, about: pathOfSummary, gives: give.summaryStanding } as const

/** Yearly work summaries. */
const yearly: readonly Operation[] = [
  { ...read, name: 'listSummaries', path: years, query: forms.summariesQuery, gives: give.summariesPage, answer: summaries.readSummaries },
  {
    ...{ ...read, name: 'readSummary', path: `${years}/:id`, params: forms.reportParams, about: pathOfSummary },
    ...{ gives: give.summaryWhole, answer: summaries.readSummary },
  },
  { ...begin, name: 'beginSummary', path: years, body: forms.newSummary, gives: give.summaryStanding, answer: summaries.beginSummary },
  { ...summary, name: 'writeSummary', path: `${years}/:id/texts`, body: forms.summaryTexts, answer: summaries.writeSummary },
  { ...summary, name: 'fileSummary', path: `${years}/:id/file`, body: forms.nothing, answer: summaries.fileSummary },
]

const entries = '/api/v1/desk/figures'
const byHand = { policy: 'api.figures' } as const

/** Numbers that no record shows. */
const entered: readonly Operation[] = [
  {
    ...{ ...byHand, name: 'listEntries', method: 'GET', path: entries, query: forms.entriesQuery },
    ...{ gives: give.entriesPage, status: 200, answer: readEntries },
  },
  {
    ...{ ...byHand, name: 'enterFigure', method: 'POST', path: entries, body: forms.newEntry },
    ...{ gives: give.entry, status: 201, answer: enterFigure },
  },
  {
    ...{ ...byHand, name: 'strikeFigure', method: 'POST', path: `${entries}/:id/strike`, params: forms.reportParams, about: pathOfEntry },
    ...{ body: forms.nothing, gives: give.entry, status: 200, answer: strikeEntry },
  },
]

export const reportOperations: readonly Operation[] = [...annual, ...yearly, ...entered]
