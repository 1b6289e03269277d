import { readFile } from 'node:fs/promises'
import { readCatalogueFile, sayRefusal, type ImportReport } from '../features/catalogue/index.ts'
import type { Unit } from '../features/organisations/index.ts'
import { WrongSheet } from '../platform/sheets/sheet.ts'
import type { Site } from '../platform/site.ts'
import type { CommandEnd } from './command.ts'

/** `gongkai import catalogue <xlsx or csv> --unit <code>`: all or nothing, with every wrong cell by row and column. */
export async function importCatalogue(site: Site, unit: Unit, path: string, json: boolean): Promise<CommandEnd> {
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined) return { exit: 1, out: `There is no file ${path}.` }
  try {
    const outcome = await readCatalogueFile(site, 'system', unit, bytes)
    if (outcome.ok) return { exit: 0, out: json ? JSON.stringify(outcome.value, null, 2) : reportText(outcome.value) }
    const refused = outcome.refusals.map((refusal) => sayRefusal(site, refusal))
    const lines = refused.map(({ row, column, reason, found }) =>
      row === undefined ? reason : `row ${row}, ${column}: ${reason}${found ? ` (${found})` : ''}`,
    )
    return { exit: 1, out: json ? JSON.stringify({ refused }, null, 2) : lines.join('\n') }
  } catch (fault) {
    if (!(fault instanceof WrongSheet)) throw fault
    const reason = site.words.en(`catalogue.sheet.wrong.${fault.problem}`)
    return { exit: 1, out: json ? JSON.stringify({ refused: [{ reason }] }, null, 2) : reason }
  }
}

function reportText({ rows, added, changed, same }: ImportReport): string {
  return `${rows} rows: ${added.length} new, ${changed.length} changed, ${same} as they were.`
}
