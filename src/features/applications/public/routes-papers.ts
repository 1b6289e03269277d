import { NotFound } from '../../../kernel/faults.ts'
import { writeReceipt } from '../../../platform/paper/write-receipt.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { Site } from '../../../platform/site.ts'
import { href } from '../../../ui/reader.ts'
import { brakeCaller } from '../../accounts/index.ts'
import { findSealed } from '../cases/queries.ts'
import { readCase, type CaseView } from '../cases/read-case.ts'
import { openApplicant } from '../cases/seal-applicant.ts'
import { composeNotice } from '../notices/compose-notice.ts'
import { findNotice } from '../notices/find-notice.ts'
import { answerPaper, paperKinds, type PaperKind } from '../replying/answer-paper.ts'
import { paperOf } from '../replying/paper-of.ts'
import { readDecisions } from '../replying/read-decisions.ts'
import { composeReceipt } from './compose-receipt.ts'
import { findOwnCase } from './find-own-case.ts'
import { caseOfPass } from './give-pass.ts'
import { readOwnCase } from './read-own-case.ts'

const open = { policy: 'applications.follow' } as const

/** What an applicant takes home: the receipt, for number and code, and the letters of the case whose page is open. */
export const paperRoutes: readonly Route[] = [
  { ...open, method: 'POST', path: '/apply/receipt.pdf', answer: receipt },
  ...paperKinds.flatMap((kind): Route[] => [
    { ...open, method: 'GET', path: `/track/letters/:letter/paper.${kind}`, answer: (ask) => letter(ask, kind) },
    { ...open, method: 'GET', path: `/track/notices/:event/paper.${kind}`, answer: (ask) => notice(ask, kind) },
  ]),
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
async function letter(ask: Ask, kind: PaperKind): Promise<Answer> {
  const { site, reader } = ask
  const ref = caseOfPass(site, ask.cookies)
  if (ref === undefined) return { redirect: `${href(reader, '/track')}?said=expired` }
  const own = await readOwnCase(site, ref)
  const found = own.letters.find(({ id }) => String(id) === ask.params['letter'])
  if (found === undefined) throw new NotFound('applications.letter')
  const decisions = await readDecisions(site.database.read, { ...own, events: [...own.events] }, own.today)
  return answerPaper(paperOf(site, { ...own, decisions }, found, await nameOf(site, own)), kind, own.application.number)
}

/** What the applicant was told in writing before the reply, on paper; what went to others is not theirs to read. */
async function notice(ask: Ask, kind: PaperKind): Promise<Answer> {
  const { site } = ask
  const ref = caseOfPass(site, ask.cookies)
  if (ref === undefined) return { redirect: `${href(ask.reader, '/track')}?said=expired` }
  const view = await readCase(site, site.database.read, ref)
  const found = findNotice(view, ask.params['event'])
  if (!found.isToApplicant) throw new NotFound('applications.letter')
  return answerPaper(await composeNotice(site, view, found, { name: await nameOf(site, view) }), kind, view.application.number)
}

/** Who asked, out of the seal; '' once it is erased. */
async function nameOf(site: Site, { application }: Pick<CaseView, 'application'>): Promise<string> {
  const sealed = await findSealed(site.database.read, application.id)
  return sealed === undefined ? '' : openApplicant(site, application.ref, sealed.sealed).name
}
