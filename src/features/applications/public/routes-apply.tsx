import { onceOrNew } from '../form-in.ts'
import { editionOn, type CaseEdition } from '../../../kernel/case/index.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { brakeCaller } from '../../accounts/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { missingInWish } from '../cases/wish.ts'
import { submitApplication } from '../intake/submit-application.ts'
import { findTaker } from '../intake/find-taker.ts'
import { outcomes } from '../load-outcomes.ts'
import { clockRules } from '../load-rules.ts'
import { answerSent } from './answer-sent.tsx'
import { blankDraft, draftOf, type Draft } from './draft.ts'
import { findMatches } from './find-matches.ts'
import { findTakers } from './find-takers.ts'
import { FoundPage } from './pages/found-page.tsx'
import { NotePage } from './pages/note-page.tsx'
import { StartPage } from './pages/start-page.tsx'
import { WhoPage } from './pages/who-page.tsx'
import { WishPage } from './pages/wish-page.tsx'
import { sayRefusal } from './say-refusal.ts'
import { fieldOf, isAboutWish, stepOf } from './screen.ts'

const open = { policy: 'applications.ask' } as const

/** The public form: one group of questions on each screen, all of it carried along in the forms and none of it in an address. */
export const applyRoutes: readonly Route[] = [
  { ...open, method: 'GET', path: '/apply', answer: start },
  { ...open, method: 'GET', path: '/apply/:unit', answer: async (ask) => wishPage(ask, await unitIn(ask), blankDraft) },
  { ...open, method: 'POST', path: '/apply/:unit', answer: goOn },
  { ...open, method: 'GET', path: '/apply/:unit/stopped', answer: stopped },
  {
    ...{ ...open, method: 'POST', path: '/apply/:unit/send', takesFiles: true, bodyLimit: clockRules().proofBytes, answer: send },
    ...{ tooLarge: (ask) => lostFiles(ask, 'too-large'), cutOff: (ask) => lostFiles(ask, 'cut-off') },
  },
]

async function start({ site, reader, query }: Ask): Promise<Answer> {
  const words = (query['q'] ?? '').slice(0, 100)
  const { reply } = editionNow(site)
  const term = { days: reply.term.days, basis: reader.lang === 'zh' ? reply.basisZh : reply.basisEn }
  return { page: <StartPage {...{ reader, words, term, takers: await findTakers(site, words) }} /> }
}

/** Back, on, or out: as the button says that was pressed. What was asked is examined before anything further is shown. */
async function goOn(ask: Ask): Promise<Answer> {
  const unit = await unitIn(ask)
  const step = stepOf(field(ask, 'go')) ?? 'found'
  const draft = draftIn(ask)
  if (step === 'stop') return { redirect: href(ask.reader, `/apply/${unit.code}/stopped`) }
  if (step === 'wish') return wishPage(ask, unit, draft)
  const missing = missingInWish(draft.wish)
  if (missing.length > 0) return wishPage(ask, unit, draft, missing)
  return step === 'found' ? foundPage(ask, unit, draft) : whoPage(ask, unit, draft)
}

async function send(ask: Ask): Promise<Answer> {
  const step = stepOf(field(ask, 'go'))
  if (step !== undefined && step !== 'send') return goOn(ask)
  const { site, reader } = ask
  const unit = await unitIn(ask)
  const draft = draftIn(ask)
  const files = ask.files.filter((file) => file.bytes.length > 0)
  const seconds = await brakeCaller(site, 'apply', ask.address)
  if (seconds > 0) return whoPage(ask, unit, draft, ['too-many'], { seconds, hasLostFiles: files.length > 0 })
  const { wish, applicant, isMailed } = draft
  const formKey = onceOrNew(ask)
  const outcome = await submitApplication(site, { unit: unit.code, wish, applicant, isMailed, files, formKey, language: reader.lang })
  if (outcome.ok) return answerSent(ask, outcome.value)
  const { refusals } = outcome
  const note = (['sent-before', 'key-used'] as const).find((one) => refusals.includes(one))
  if (note !== undefined) return { status: 409, page: <NotePage {...{ reader, note, unit: unit.code }} /> }
  if (refusals.some(isAboutWish)) return wishPage(ask, unit, draft, refusals)
  return whoPage(ask, unit, draft, refusals, { hasLostFiles: files.length > 0 })
}

/** The upload did not come whole: everything that was typed is there again, the files must be chosen anew. */
async function lostFiles(ask: Ask, refusal: 'too-large' | 'cut-off'): Promise<Answer> {
  const answer = await whoPage(ask, await unitIn(ask), draftIn(ask), [refusal], { hasLostFiles: true })
  return { ...answer, status: refusal === 'too-large' ? 413 : 400 }
}

async function stopped(ask: Ask): Promise<Answer> {
  const { code } = await unitIn(ask)
  return { page: <NotePage reader={ask.reader} note="stopped" unit={code} /> }
}

function wishPage(ask: Ask, unit: Unit, draft: Draft, refusals: readonly string[] = []): Answer {
  const { reader, site } = ask
  const errors = errorsFor(ask, refusals.filter(isAboutWish))
  const term = editionNow(site).reply
  return { status: refusals.length > 0 ? 422 : 200, page: <WishPage {...{ reader, unit, draft, term, errors, once: onceOrNew(ask) }} /> }
}

async function foundPage(ask: Ask, unit: Unit, draft: Draft): Promise<Answer> {
  const matches = await findMatches(ask.site, unit, draft.wish)
  return { page: <FoundPage {...{ reader: ask.reader, unit, draft, matches, once: onceOrNew(ask) }} /> }
}

async function whoPage(
  ask: Ask,
  unit: Unit,
  draft: Draft,
  refusals: readonly string[] = [],
  { seconds = 0, hasLostFiles = false } = {},
): Promise<Answer> {
  const errors = errorsFor(ask, refusals, seconds)
  const kinds = { applicants: outcomes.applicantKinds, papers: outcomes.identityKinds }
  const status = refusals.includes('too-many') ? 429 : refusals.length > 0 ? 422 : 200
  return { status, page: <WhoPage {...{ reader: ask.reader, unit, draft, errors, kinds, hasLostFiles, once: onceOrNew(ask) }} /> }
}

function errorsFor({ reader }: Ask, refusals: readonly string[], seconds = 0): FieldError[] {
  return refusals.map((one) => ({ field: fieldOf(one), message: sayRefusal(reader, one, seconds) }))
}

function draftIn(ask: Ask): Draft {
  return draftOf((name) => field(ask, name))
}

/** The unit that is asked. Throws NotFound for one that takes no applications. */
async function unitIn({ site, params }: Ask): Promise<Unit> {
  const taker = await findTaker(site.database.read, params['unit'] ?? '', site.today())
  if (taker === undefined) throw new NotFound('applications.counter')
  return taker.unit
}

function editionNow(site: Ask['site']): CaseEdition {
  const edition = editionOn(site.pack.editions, site.today())
  if (edition === undefined) throw new Error(`no edition of the regulations on ${site.today()}`)
  return edition
}
