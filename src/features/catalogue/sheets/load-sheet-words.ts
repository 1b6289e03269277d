import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../platform/root.ts'
import type { SheetWords } from './heading.ts'

/** The words of the standard sheet, from a pack. */
export function loadSheetWords(folder: string = join(packageRoot, 'packs/cn')): SheetWords {
  return JSON.parse(readFileSync(join(folder, 'catalogue-sheet.json'), 'utf8')) as SheetWords
}
