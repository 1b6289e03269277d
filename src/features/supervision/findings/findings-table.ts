import { writeCsv } from '../../../platform/sheets/write-csv.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { aboutInWords, faultInWords } from '../pages/finding-words.ts'
import type { ToldFinding } from './read-listed.ts'

/** The findings as a table for a spreadsheet, in the reader's language, with the mark by which spreadsheets know UTF-8. */
export function findingsTable(reader: Reader, findings: readonly ToldFinding[]): string {
  const t = reader.t
  const head = ['what', 'detector', 'unit', 'answerable', 'since', 'state', 'fault', 'opened', 'closed'] as const
  const rows = findings.map((finding) => [
    aboutInWords(reader, finding),
    t(`supervision.detector.${finding.detector}`),
    nameIn(reader, finding.unit),
    finding.answerable === undefined ? t('supervision.answerable.nobody') : nameIn(reader, finding.answerable),
    finding.sinceOn,
    t(`supervision.state.${finding.state}`),
    faultInWords(reader, finding),
    finding.openedOn,
    finding.closedOn ?? '',
  ])
  return writeCsv([head.map((name) => t(`supervision.${name}`)), ...rows])
}
