import { onceOrNew } from '../form-in.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { brakeCaller } from '../../accounts/index.ts'
import { takeReasons } from '../handling/set-date.ts'
import { takeSupplement } from '../handling/take-supplement.ts'
import { clockRules } from '../load-rules.ts'
import { findOwnCase } from './find-own-case.ts'
import { caseOfPass, givePass, noPass } from './give-pass.ts'
import { OwnCasePage } from './pages/own-case-page.tsx'
import { TrackPage } from './pages/track-page.tsx'
import { rateHandling } from './rate-handling.ts'
import type { Grade } from './rating.ts'
import { readOwnCase } from './read-own-case.ts'
import { readOwnFile } from './read-own-file.ts'
import { recallApplication } from './recall-application.ts'
import { sayRefusal } from './say-refusal.ts'
import { stripDays } from './strip-days.ts'

const open = { policy: 'applications.follow' } as const

/** One's own case, by number and code: a look, and what an applicant may do. A cookie stands for number and code for a while. */
export const trackRoutes: readonly Route[] = [
  { ...open, method: 'GET', path: '/track', answer: showTrack },
  { ...open, method: 'POST', path: '/track', answer: enter },
  { ...open, method: 'GET', path: '/track/case', answer: (ask) => withCase(ask, (ref) => casePage(ask, ref)) },
  { ...open, method: 'GET', path: '/track/files/:file', answer: (ask) => withCase(ask, (ref) => giveFile(ask, ref)) },
  {
    ...{ ...open, method: 'POST', path: '/track/supplement', takesFiles: true, bodyLimit: clockRules().proofBytes },
    answer: (ask) => withCase(ask, (ref) => supplement(ask, ref)),
    tooLarge: (ask) => withCase(ask, (ref) => casePage(ask, ref, ['too-large'])),
    cutOff: (ask) => withCase(ask, (ref) => casePage(ask, ref, ['cut-off'])),
  },
  { ...open, method: 'POST', path: '/track/reasons', answer: (ask) => withCase(ask, (ref) => giveReasons(ask, ref)) },
  { ...open, method: 'POST', path: '/track/rate', answer: (ask) => withCase(ask, (ref) => rate(ask, ref)) },
  { ...open, method: 'POST', path: '/track/recall', answer: (ask) => withCase(ask, (ref) => recall(ask, ref)) },
  {
    ...{ ...open, method: 'POST', path: '/track/end' },
    answer: async ({ reader }) => ({ cookies: [noPass], redirect: `${href(reader, '/track')}?said=ended` }),
  },
]

async function showTrack({ reader, query }: Ask): Promise<Answer> {
  const said = (['ended', 'expired'] as const).find((one) => one === query['said'])
  return { page: <TrackPage {...{ reader, said, number: '', errors: [] }} /> }
}

/** The same answer, after the same work, for a number that does not exist and for a code that does not fit. */
async function enter(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const number = field(ask, 'number').trim()
  const refuse = (status: number, refusal: 'wrong' | 'too-many', seconds = 0): Answer => ({
    status,
    page: (
      <TrackPage {...{ reader, number, errors: [{ field: 'number', message: reader.t(`apply.track.refused.${refusal}`, { seconds }) }] }} />
    ),
  })
  const seconds = await brakeCaller(site, 'track', ask.address)
  if (seconds > 0) return refuse(429, 'too-many', seconds)
  const ref = await findOwnCase(site, number, field(ask, 'code'))
  if (ref === undefined) return refuse(422, 'wrong')
  return { cookies: [givePass(site, ref)], redirect: href(reader, '/track/case') }
}

/** Answers for whoever has a pass; everybody else is asked for number and code, and keeps what was written. */
async function withCase(ask: Ask, answer: (ref: string) => Promise<Answer>): Promise<Answer> {
  const { reader, site, cookies } = ask
  const ref = caseOfPass(site, cookies)
  if (ref !== undefined) return answer(ref)
  const unsent = [field(ask, 'words'), field(ask, 'reasons'), field(ask, 'rate-words')].join('\n').trim()
  if (unsent === '') return { cookies: [noPass], redirect: `${href(reader, '/track')}?said=expired` }
  return { cookies: [noPass], status: 422, page: <TrackPage {...{ reader, unsent, said: 'expired', number: '', errors: [] }} /> }
}

const fields: Record<string, string> = {
  'words-missing': 'words',
  'reasons-missing': 'reasons',
  'grade-missing': 'grade',
  'words-too-long': 'rate-words',
}

async function casePage(ask: Ask, ref: string, refusals: readonly string[] = []): Promise<Answer> {
  const { reader, site } = ask
  const own = await readOwnCase(site, ref)
  const errors = refusals.map((one) => ({
    field: fields[one] ?? (one.startsWith('file-') || one === 'too-large' || one === 'cut-off' ? 'files' : 'main'),
    message: sayRefusal(reader, one),
  }))
  const typed = Object.fromEntries(['words', 'reasons', 'grade', 'rate-words'].map((name) => [name, field(ask, name)]))
  const rest = { once: onceOrNew(ask), recallMinutes: clockRules().recallMinutes, said: ask.query['said'] }
  return {
    ...{ status: refusals.length > 0 ? 422 : 200, cookies: [givePass(site, ref)], passes: true },
    page: <OwnCasePage {...{ reader, own, days: stripDays(reader, own), errors, typed, ...rest }} />,
  }
}

async function giveFile(ask: Ask, ref: string): Promise<Answer> {
  const id = ask.params['file'] ?? ''
  if (!/^\d{1,15}$/.test(id)) throw new NotFound('applications.file')
  const { bytes, mediaType, name } = await readOwnFile(ask.site, ref, Number(id))
  return { file: bytes, type: mediaType, name }
}

async function supplement(ask: Ask, ref: string): Promise<Answer> {
  const files = ask.files.filter((file) => file.bytes.length > 0)
  const words = field(ask, 'words').trim()
  const outcome = await takeSupplement(ask.site, 'applicant', atIn(ask, ref), { words, files, arrivedOn: ask.site.today() })
  return after(ask, ref, 'supplement', outcome)
}

async function giveReasons(ask: Ask, ref: string): Promise<Answer> {
  const outcome = await takeReasons(ask.site, 'applicant', atIn(ask, ref), field(ask, 'reasons').trim())
  if (outcome.ok) return after(ask, ref, 'reasons', outcome)
  return after(ask, ref, 'reasons', {
    ok: false,
    refusals: outcome.refusals.map((one) => (one === 'words-missing' ? 'reasons-missing' : one)),
  })
}

async function rate(ask: Ask, ref: string): Promise<Answer> {
  const rating = { grade: field(ask, 'grade') as Grade, words: field(ask, 'rate-words').trim() }
  return after(ask, ref, 'rate', await rateHandling(ask.site, atIn(ask, ref), rating))
}

async function recall(ask: Ask, ref: string): Promise<Answer> {
  return after(ask, ref, 'recall', await recallApplication(ask.site, atIn(ask, ref)))
}

function after(ask: Ask, ref: string, said: string, outcome: { ok: true } | { ok: false; refusals: readonly string[] }): Promise<Answer> {
  if (!outcome.ok) return casePage(ask, ref, outcome.refusals)
  return Promise.resolve({ cookies: [givePass(ask.site, ref)], redirect: `${href(ask.reader, '/track/case')}?said=${said}` })
}

function atIn(ask: Ask, ref: string) {
  return { ref, once: onceOrNew(ask) }
}
