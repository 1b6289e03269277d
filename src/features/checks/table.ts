import type { Sighting } from './finding.ts'
import type { Reading, Span } from './reading.ts'

const totalRow = /^(?:合\s*计|总\s*计|total)$/i
// A head, the line under it, two rows and their total.
const fewestRows = 5

/** Columns of a Markdown table whose last row is a total that its rows do not add up to. Tables with rows of a part of a row (其中) are left alone. */
export function findTables(reading: Reading): Sighting[] {
  return tablesOf(reading)
    .filter((rows) => rows.length >= fewestRows)
    .flatMap(wrongTotals)
}

/** The runs of lines that begin with a bar and follow each other without a blank line. */
function tablesOf(reading: Reading): Span[][] {
  const tables: Span[][] = []
  let last: Span | undefined
  for (const row of reading.lines.filter((line) => /^\s*\|/.test(line.text))) {
    if (last && row.start - last.end <= 2) tables.at(-1)?.push(row)
    else tables.push([row])
    last = row
  }
  return tables
}

function wrongTotals(lines: Span[]): Sighting[] {
  const [, , ...rows] = lines.map((line) => cellsOf(line.text))
  const totals = rows.at(-1)
  const line = lines.at(-1)
  if (!totals || !line || !totalRow.test(totals[0] ?? '') || rows.some((row) => /其中|of which|小计/i.test(row[0] ?? ''))) return []
  return totals.flatMap((cell, column) => {
    const values = rows.slice(0, -1).map((row) => numberOf(row[column]))
    const total = numberOf(cell)
    if (column === 0 || total === undefined || values.some((value) => value === undefined)) return []
    const sum = values.reduce<number>((each, value) => each + (value ?? 0), 0)
    if (Math.abs(sum - total) < 1e-6 * Math.max(1, Math.abs(total))) return []
    return [{ start: line.start, end: line.end, because: 'column', params: { total, sum: Number(sum.toFixed(6)), column: column + 1 } }]
  })
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}

function numberOf(cell = ''): number | undefined {
  return /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell.replaceAll(',', '')) : undefined
}
