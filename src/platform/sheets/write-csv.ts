import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV that spreadsheets open rightly: with the mark that tells them it is UTF-8, and nothing that they would run as a formula.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows as (string | number)[][], { bom: true, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ })
}
