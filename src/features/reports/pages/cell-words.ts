import { nameIn, type Reader } from '../../../ui/reader.ts'
import { cellsOf, type AnnualForm } from '../annual/form.ts'
import { headed } from '../annual/heading.ts'

/** A cell in words: its row and its column; the address itself where the form does not have it. */
export function cellName(reader: Pick<Reader, 'lang'>, form: AnnualForm, address: string): string {
  const cell = cellsOf(form).find((one) => one.address === address)
  return cell === undefined ? address : `${headed(reader, cell.row)} · ${nameIn(reader, cell.column)}`
}
