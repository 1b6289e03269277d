import type { Answer } from '../../../platform/http/route.ts'
import type { ReportPaper } from '../../../platform/paper/report.ts'
import { writeReportWord } from '../../../platform/paper/write-report-word.ts'
import { writeReport } from '../../../platform/paper/write-report.ts'
import { sheetTypes } from '../../../platform/sheets/write-sheet.ts'
import { layOutPaper, type PaperInput } from '../annual/lay-out-paper.ts'
import type { PaperReader } from '../annual/lay-out-tables.ts'
import { writeWorkbook } from '../annual/write-workbook.ts'

/** On what a report of any kind can be taken away. */
export const textKinds = ['docx', 'pdf'] as const
export const paperKinds = ['xlsx', ...textKinds] as const

export type TextKind = (typeof textKinds)[number]
export type PaperKind = (typeof paperKinds)[number]

export type FileAnswer = Extract<Answer, { file: Buffer }>

/** An annual report as a file to take away: one in the making as it is now, or a filing as it was. Throws PressBusy. */
export async function fileOfReport(reader: PaperReader, kind: PaperKind, input: PaperInput): Promise<FileAnswer> {
  const paper = layOutPaper(reader, input)
  if (kind !== 'xlsx') return fileOfPaper(kind, paper)
  return { file: await writeWorkbook(reader, input), type: sheetTypes.xlsx, name: `${paper.title}.xlsx` }
}

/** A paper as a file named by its title. Throws PressBusy. */
export async function fileOfPaper(kind: TextKind, paper: ReportPaper): Promise<FileAnswer> {
  const file = kind === 'docx' ? writeReportWord(paper) : (await writeReport(paper)).pdf
  return { file, type: types[kind], name: `${paper.title}.${kind}` }
}

const types: Record<TextKind, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}
