import type { Outcome } from '../../../kernel/outcome.ts'
import { readSheet } from '../../../platform/sheets/read-sheet.ts'
import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import { importLines, type ImportRefusal, type ImportReport } from './import-lines.ts'
import { loadSheetWords } from './load-sheet-words.ts'
import { columnInWords, problemInWords } from './pages/problem-words.ts'

/** Reads a workbook or a text file with the standard catalogue sheet into the catalogue of a unit. Throws WrongSheet for no sheet. */
export async function readCatalogueFile(
  site: Site,
  actor: string,
  unit: Unit,
  bytes: Uint8Array,
): Promise<Outcome<ImportReport, ImportRefusal>> {
  return importLines(site, actor, { unit, rows: await readSheet(bytes), words: loadSheetWords() })
}

/** A refusal for people and for programs: the row, the heading of the column, what is wrong and how to mend it. */
export function sayRefusal(site: Site, refusal: ImportRefusal): { row?: number; column?: string; reason: string; found?: string } {
  const { en } = site.words
  if (refusal.kind === 'no-headings') return { reason: en('catalogue.import.refused.headings') }
  const { row, found } = refusal
  return { row, column: columnInWords(loadSheetWords(), refusal.column, 'en'), reason: problemInWords(en, refusal), found }
}
