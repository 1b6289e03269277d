import { Press, type PrintOrder } from './press.ts'

export type { PrintOrder } from './press.ts'

const press = new Press()

/** Sets a template with data and gives the PDF: tagged (PDF/UA-1), its text readable by a machine. Throws PressBusy when too many wait. */
export async function printPdf(order: PrintOrder): Promise<Buffer> {
  return press.print(order)
}
