import type { Answer, Ask } from '../../../platform/http/route.ts'
import { readCase } from '../cases/read-case.ts'
import type { Opened } from '../intake/open-case.ts'
import { clockRules } from '../load-rules.ts'
import { stripDays } from './strip-days.ts'
import { ReceiptPage } from './pages/receipt-page.tsx'

/** The receipt, as the answer to the form itself: number and code never stand in an address, and the code is shown this once. */
export async function answerSent({ site, reader }: Ask, { ref, code }: Opened): Promise<Answer> {
  const view = await readCase(site, site.database.read, ref)
  return { page: <ReceiptPage {...{ reader, view, code, days: stripDays(reader, view), recallMinutes: clockRules().recallMinutes }} /> }
}
