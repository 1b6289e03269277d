import { NotFound } from '../../../kernel/faults.ts'
import { writeLetter } from '../../../platform/paper/write-letter.ts'
import { writeReceipt } from '../../../platform/paper/write-receipt.ts'
import { writeWord } from '../../../platform/paper/write-word.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { brakeCaller } from '../../accounts/index.ts'
import { findSealed } from '../cases/queries.ts'
import { readCase } from '../cases/read-case.ts'
import { openApplicant } from '../cases/seal-applicant.ts'
import { paperOf } from '../replying/paper-of.ts'
import { readDecisions } from '../replying/read-decisions.ts'
import { composeReceipt } from './compose-receipt.ts'
import { findOwnCase } from './find-own-case.ts'
import { caseOfPass } from './give-pass.ts'
import { readOwnCase } from './read-own-case.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const open = { policy: 'applications.follow' } as const

/** What an applicant takes home: the receipt, for number and code, and the letters of the case whose page is open. */
export const paperRoutes: readonly Route[] = [
  { ...open, method: 'POST', path: '/apply/receipt.pdf', answer: receipt },
  { ...open, method: 'GET', path: '/track/letters/:letter/paper.pdf', answer: (ask) => letter(ask, 'pdf') },
  { ...open, method: 'GET', path: '/track/letters/:letter/paper.docx', answer: (ask) => letter(ask, 'docx') },
]

/** Slowed and examined like the page on which number and code are typed; what does not fit leads there. */
async function receipt(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const toTrack = { redirect: href(reader, '/track') }
  if ((await brakeCaller(site, 'track', ask.address)) > 0) return toTrack
  const code = field(ask, 'code').trim()
  const ref = await findOwnCase(site, field(ask, 'number'), code)
  if (ref === undefined) return toTrack
  const view = await readCase(site, site.database.read, ref)
  const content = composeReceipt(site, reader, view, code)
  if (content === undefined) return toTrack
  return { file: (await writeReceipt(content)).pdf, type: 'application/pdf', name: `${view.application.number}.pdf` }
}

/** A letter that was sent, as the unit prints it; its addressee comes out of the seal, for whoever holds the pass of the case. */
async function letter(ask: Ask, kind: 'pdf' | 'docx'): Promise<Answer> {
  const { site, reader } = ask
  const ref = caseOfPass(site, ask.cookies)
  if (ref === undefined) return { redirect: `${href(reader, '/track')}?said=expired` }
  const own = await readOwnCase(site, ref)
  const found = own.letters.find(({ id }) => String(id) === ask.params['letter'])
  if (found === undefined) throw new NotFound('applications.letter')
  const db = site.database.read
  const sealed = await findSealed(db, own.application.id)
  const addressee = sealed === undefined ? '' : openApplicant(site, ref, sealed.sealed).name
  const paper = paperOf(
    site,
    { ...own, decisions: await readDecisions(db, { ...own, events: [...own.events] }, own.today) },
    found,
    addressee,
  )
  const name = `${own.application.number}.${kind}`
  if (kind === 'docx') return { file: writeWord(paper), type: word, name }
  return { file: (await writeLetter(paper)).pdf, type: 'application/pdf', name }
}
