import { writeCsv } from '../../platform/sheets/write-csv.ts'

/** The items of a list as CSV: what lies within an item gets a column of its own (`unit.code`); a list of words is joined by semicolons. */
export function itemsAsCsv(items: readonly object[]): string {
  const rows = items.map((item) => new Map(cellsOf('', item)))
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  return writeCsv([columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))])
}

function cellsOf(before: string, item: object): [string, string | number][] {
  return Object.entries(item).flatMap(([name, value]: [string, unknown]): [string, string | number][] => {
    const column = `${before}${name}`
    if (value === null || value === undefined) return [[column, '']]
    if (Array.isArray(value)) return [[column, value.map(String).join(';')]]
    if (typeof value === 'object') return cellsOf(`${column}.`, value)
    return [[column, typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)]]
  })
}
