import { NotFound } from '../../../kernel/faults.ts'
import { printPdf, type PrintOrder } from '../../../platform/pdf/index.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { composeScript, writeScript } from '../broadcasts/write-script.ts'
import { findCarrierByCode } from '../carriers/queries.ts'
import { askedPublicIssue } from '../gazettes/routes.tsx'
import { issueKey } from '../gazettes/issue.ts'
import { ScriptPage } from '../pages/script-page.tsx'
import { composeGazette } from './compose-gazette.ts'
import { composeSheet } from './compose-sheet.ts'
import { readPrinted } from './read-printed.ts'

const open = { method: 'GET', policy: 'public.read' } as const

/** Public texts on paper and for the voice. */
export const sheetRoutes: readonly Route[] = [
  { ...open, path: '/print/a4/*', answer: (ask) => giveSheet(ask, 'a4') },
  { ...open, path: '/print/a3/*', answer: (ask) => giveSheet(ask, 'a3') },
  { ...open, path: '/print/script/*', answer: giveScript },
  { ...open, path: '/print/gazettes/:code/:issue', answer: giveGazette },
  { ...open, path: '/scripts/*', keeps: true, answer: showScript },
]

async function giveSheet(ask: Ask, paper: 'a4' | 'a3'): Promise<Answer> {
  const printed = await readPrinted(ask.site, ask.params['*'])
  const code = ask.query['carrier'] ?? ''
  const carrier = code === '' ? undefined : await findCarrierByCode(ask.site.database.read, code)
  if (code !== '' && carrier === undefined) throw new NotFound(`carrier ${code}`)
  return give(await composeSheet(ask.site, printed, paper, carrier), `${printed.document.indexNumber} ${paper.toUpperCase()}`)
}

async function giveScript(ask: Ask): Promise<Answer> {
  const printed = await readPrinted(ask.site, ask.params['*'])
  return give(composeScript(ask.site, printed), `${printed.document.indexNumber} script`)
}

async function giveGazette(ask: Ask): Promise<Answer> {
  const whole = await askedPublicIssue(ask)
  return give(await composeGazette(ask.site, whole), `${whole.carrier.nameZh} ${issueKey(whole.issue)}`)
}

async function give(order: PrintOrder, name: string): Promise<Answer> {
  return { file: await printPdf(order), type: 'application/pdf', name: `${name.replaceAll('/', '-')}.pdf` }
}

async function showScript(ask: Ask): Promise<Answer> {
  const printed = await readPrinted(ask.site, ask.params['*'])
  const script = writeScript(ask.site, printed)
  return { page: <ScriptPage reader={ask.reader} script={script} indexNumber={printed.document.indexNumber} /> }
}
