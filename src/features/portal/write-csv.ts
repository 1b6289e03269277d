/**
 * The items of a list as CSV with a mark of UTF-8 and lines as RFC 4180 wants them. What lies within an item gets a column of its own
 * (`unit.code`); a list of words is joined by semicolons. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export async function writeCsv(items: readonly object[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  const rows = items.map((item) => Object.fromEntries(cellsOf('', item)))
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return stringify(rows, { header: true, columns, bom: true, record_delimiter: '\r\n' })
}

function cellsOf(before: string, item: object): [string, string][] {
  return Object.entries(item).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const column = `${before}${name}`
    if (value === null || value === undefined) return [[column, '']]
    if (Array.isArray(value)) return [[column, harmless(value.map(String).join(';'))]]
    if (typeof value === 'object') return cellsOf(`${column}.`, value)
    return [[column, harmless(typeof value === 'string' ? value : JSON.stringify(value))]]
  })
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
}
