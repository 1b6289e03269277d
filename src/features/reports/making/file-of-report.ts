import type { Answer } from '../../../platform/http/route.ts'
import { writeReportWord } from '../../../platform/paper/write-report-word.ts'
import { writeReport } from '../../../platform/paper/write-report.ts'
import { sheetTypes } from '../../../platform/sheets/write-sheet.ts'
import { layOutPaper, type PaperInput } from '../annual/lay-out-paper.ts'
import type { PaperReader } from '../annual/lay-out-tables.ts'
import { writeWorkbook } from '../annual/write-workbook.ts'

export const paperKinds = ['xlsx', 'docx', 'pdf'] as const

export type PaperKind = (typeof paperKinds)[number]

export type FileAnswer = Extract<Answer, { file: Buffer }>

/** A report as a file to take away: one in the making as it is now, or a filing as it was. Throws PressBusy. */
export async function fileOfReport(reader: PaperReader, kind: PaperKind, input: PaperInput): Promise<FileAnswer> {
  return { file: await write[kind](reader, input), type: types[kind], name: `${layOutPaper(reader, input).title}.${kind}` }
}

const types: Record<PaperKind, string> = {
  xlsx: sheetTypes.xlsx,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

const write: Record<PaperKind, (reader: PaperReader, input: PaperInput) => Promise<Buffer>> = {
  xlsx: writeWorkbook,
  docx: async (reader, input) => writeReportWord(layOutPaper(reader, input)),
  pdf: async (reader, input) => (await writeReport(layOutPaper(reader, input))).pdf,
}
