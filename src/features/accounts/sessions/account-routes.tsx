import { type Answer, type Ask, field, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href, nameIn } from '../../../ui/reader.ts'
import { security } from '../load-security.ts'
import { AccountPage } from '../pages/account-page.tsx'
import { errorsOf } from '../pages/errors-of.ts'
import { PasswordPage } from '../pages/password-page.tsx'
import { SecondFactorPage } from '../pages/second-factor-page.tsx'
import { changePassword } from '../people/change-password.ts'
import type { Person } from '../people/person.ts'
import { findPerson } from '../people/queries.ts'
import { readHeldPosts } from '../posts/read-held-posts.ts'
import { numberIn } from '../number-in.ts'
import { visitorOf } from '../visitor-of.ts'
import { totpAddress } from './check-code.ts'
import { confirmTotp } from './confirm-totp.ts'
import { endSession } from './end-session.ts'
import { listOpenSessions } from './queries.ts'
import { removeTotp } from './remove-totp.ts'
import { endOf } from './session.ts'
import { setUpTotp } from './set-up-totp.ts'

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/account', policy: 'session.own', answer: showAccount },
  { method: 'POST', path: '/desk/account/sessions/:id/end', policy: 'session.own', answer: answerEndSession },
  { method: 'GET', path: '/desk/account/password', policy: 'session.own', answer: (ask) => passwordPage(ask, []) },
  { method: 'POST', path: '/desk/account/password', policy: 'session.own', answer: answerPassword },
  { method: 'GET', path: '/desk/account/second-factor', policy: 'session.own', answer: (ask) => secondFactorPage(ask, []) },
  { method: 'POST', path: '/desk/account/second-factor', policy: 'session.own', answer: answerSecondFactor },
]

async function showAccount(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const visitor = visitorOf(ask)
  const person = await self(ask)
  const sessions = await listOpenSessions(site.database.read, person.id)
  return {
    page: (
      <AccountPage
        reader={reader}
        person={{ ...person, hasTotp: person.totpSecret !== undefined }}
        posts={await readHeldPosts(site.database.read, person.id, site.today())}
        sessions={sessions.filter((session) => endOf(session, site.now(), security.session) === undefined)}
        sessionId={visitor.sessionId}
        done={ask.query['done']}
      />
    ),
  }
}

async function answerEndSession(ask: Ask): Promise<Answer> {
  await endSession(ask.site, visitorOf(ask).personId, numberIn(ask, 'id'))
  return back(ask, 'session')
}

async function passwordPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  const { hasTemporaryPassword } = await self(ask)
  return {
    status,
    page: <PasswordPage reader={ask.reader} isTemporary={hasTemporaryPassword} shortest={security.password.shortest} errors={errors} />,
  }
}

async function answerPassword(ask: Ask): Promise<Answer> {
  const outcome = await changePassword(ask.site, visitorOf(ask), { old: field(ask, 'old'), fresh: field(ask, 'fresh') })
  if (outcome.ok) return back(ask, 'password')
  const { shortest, longest } = security.password
  return passwordPage(ask, errorsOf(ask.reader, outcome.refusals, passwordFields, { shortest, longest }), 422)
}

const passwordFields = {
  'old-wrong': 'old',
  wait: 'old',
  'as-before': 'fresh',
  'too-short': 'fresh',
  'too-long': 'fresh',
  'known-bad': 'fresh',
  'about-you': 'fresh',
} as const

async function secondFactorPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  const person = await self(ask)
  const secret = person.totpPending
  const pending =
    secret === undefined ? undefined : { secret, address: totpAddress(secret, person.login, nameIn(ask.reader, ask.site.city)) }
  return { status, page: <SecondFactorPage reader={ask.reader} isOn={person.totpSecret !== undefined} pending={pending} errors={errors} /> }
}

/** The page holds one of three forms; which one was sent stands in it. */
async function answerSecondFactor(ask: Ask): Promise<Answer> {
  const act = field(ask, 'act')
  return act === 'confirm' ? answerConfirm(ask) : act === 'remove' ? answerRemove(ask) : answerSetUp(ask)
}

async function answerSetUp(ask: Ask): Promise<Answer> {
  const outcome = await setUpTotp(ask.site, visitorOf(ask).personId, field(ask, 'password'))
  if (outcome.ok) return { redirect: href(ask.reader, '/desk/account/second-factor') }
  return secondFactorPage(
    ask,
    errorsOf(ask.reader, outcome.refusals, { 'password-wrong': 'password', wait: 'password', 'on-already': 'password' }),
    422,
  )
}

async function answerConfirm(ask: Ask): Promise<Answer> {
  const outcome = await confirmTotp(ask.site, visitorOf(ask), field(ask, 'code'))
  if (outcome.ok) return back(ask, 'second-factor-on')
  return secondFactorPage(ask, errorsOf(ask.reader, outcome.refusals, { 'nothing-pending': 'password', 'code-wrong': 'code' }), 422)
}

async function answerRemove(ask: Ask): Promise<Answer> {
  const outcome = await removeTotp(ask.site, visitorOf(ask).personId, field(ask, 'password'))
  if (outcome.ok) return back(ask, 'second-factor-off')
  const fields = { 'password-wrong': 'password', wait: 'password', 'off-already': 'password', 'reason-missing': 'password' } as const
  return secondFactorPage(ask, errorsOf(ask.reader, outcome.refusals, fields), 422)
}

async function self(ask: Ask): Promise<Person> {
  const person = await findPerson(ask.site.database.read, visitorOf(ask).personId)
  if (person === undefined) throw new Error('the visitor is nobody')
  return person
}

function back(ask: Ask, done: string): Answer {
  return { redirect: `${href(ask.reader, '/desk/account')}?done=${done}` }
}
