import type { SheetCell } from '../../../platform/sheets/sheet.ts'
import type { Site } from '../../../platform/site.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import { figures } from '../figures/all-figures.ts'
import type { Period } from '../figures/period.ts'
import { figureWords } from '../pages/figure-words.ts'
import { columns, type Column, type Spellings } from './heading.ts'
import { existedIn } from './row.ts'

const widths: Record<Column, number> = {
  ...{ 'unit-code': 18, unit: 28, 'figure-code': 18, figure: 28, period: 12, number: 12, 'at-least': 14, evidence: 48 },
}

/** How wide each column is drawn, in letters. */
export const sheetWidths = columns.map((name) => widths[name])

/** The headings as they are written, Chinese with the English beside it, whoever takes the sheet out. */
export function spellingsOf({ zh, en }: Site['words']): Spellings {
  const heading = (name: Column): string => `${zh(`account.sheet.column.${name}`)} / ${en(`account.sheet.column.${name}`)}`
  return Object.fromEntries(columns.map((name) => [name, [heading(name)]])) as unknown as Spellings
}

/** A sheet to fill in: the headings, and a row for each unit that existed in the period and each figure that no record counts. */
export function makeEmptySheet(
  reader: Pick<Reader, 't' | 'lang'>,
  spellings: Spellings,
  units: readonly Unit[],
  period: Period,
): SheetCell[][] {
  const byHand = figures.filter(({ facts }) => facts === undefined)
  const rows = units
    .filter((unit) => existedIn(unit, period))
    .flatMap((unit) =>
      byHand.map(({ code }): Record<Column, string> => ({
        ...{ 'unit-code': unit.code, unit: nameIn(reader, unit), 'figure-code': code, figure: figureWords(reader, code).name },
        ...{ period: period.code, number: '', 'at-least': '', evidence: '' },
      })),
    )
  const head = columns.map((name) => ({ text: spellings[name][0] ?? name, isHead: true }))
  return [head, ...rows.map((row) => columns.map((name) => ({ text: row[name] })))]
}
