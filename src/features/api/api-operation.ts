import type { z } from 'zod'
import type { ApiRoute, Call, CallAnswer } from '../../platform/http/api/call.ts'

export type CaseOperationName =
  | 'listApplications'
  | 'readApplication'
  | 'registerApplication'
  | 'changeApplication'
  | 'decideItem'
  | 'handFile'
  | 'writeReply'
  | 'submitReply'

export type ReportOperationName =
  | 'listUnitReports'
  | 'readReport'
  | 'beginReport'
  | 'writeReport'
  | 'enterCells'
  | 'fileReport'
  | 'listSummaries'
  | 'readSummary'
  | 'beginSummary'
  | 'writeSummary'
  | 'fileSummary'
  | 'listEntries'
  | 'enterFigure'
  | 'strikeFigure'

export type OperationName =
  | 'listDrafts'
  | 'readDraft'
  | 'createDraft'
  | 'changeDraft'
  | 'attachFile'
  | 'submitDraft'
  | 'listTasks'
  | 'registerTask'
  | 'readProfile'
  | 'saveProfile'
  | 'layDownDuty'
  | CaseOperationName
  | ReportOperationName

/** One thing that systems can do: routes, description and documentation are all made from it. */
export interface Operation extends Omit<ApiRoute, 'answer'> {
  name: OperationName
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  gives: z.ZodType
  status: 200 | 201
  answer: (call: Call) => Promise<CallAnswer>
}
