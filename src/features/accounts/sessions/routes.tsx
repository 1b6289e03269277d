import { type Answer, type Ask, type Cookie, field, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { security } from '../load-security.ts'
import { CodePage } from '../pages/code-page.tsx'
import { type DemoSignIn, SignInPage } from '../pages/sign-in-page.tsx'
import { demoPassword } from '../people/demo.ts'
import { readDemoPeople } from '../people/read-people.ts'
import { visitorOf } from '../visitor-of.ts'
import { destinationOf } from './destination.ts'
import { giveSecondFactor } from './give-second-factor.ts'
import { cookieNames } from './name-cookies.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import type { Browser, SignedIn } from './start-session.ts'

export const sessionRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in', policy: 'session.start', answer: showSignIn },
  { method: 'POST', path: '/sign-in', policy: 'session.start', answer: answerSignIn },
  { method: 'GET', path: '/sign-in/code', policy: 'session.start', answer: showCode },
  { method: 'POST', path: '/sign-in/code', policy: 'session.start', answer: answerCode },
  { method: 'POST', path: '/desk/sign-out', policy: 'session.own', answer: answerSignOut },
]

async function showSignIn(ask: Ask): Promise<Answer> {
  const next = destinationOf(ask.query['next'] ?? '')
  if (ask.visitor !== undefined) return { redirect: href(ask.reader, next) }
  return { page: <SignInPage reader={ask.reader} login="" next={next} errors={[]} demo={await demoOf(ask)} /> }
}

async function answerSignIn(ask: Ask): Promise<Answer> {
  const next = destinationOf(field(ask, 'next'))
  const login = field(ask, 'login')
  const outcome = await signIn(ask.site, { login, password: field(ask, 'password') }, browserOf(ask))
  if (!outcome.ok) {
    const [refusal] = outcome.refusals
    const seconds = refusal?.why === 'wait' ? refusal.seconds : 0
    const errors = [
      { field: 'password', message: ask.reader.t(seconds > 0 ? 'accounts.sign-in.wait' : 'accounts.sign-in.wrong', { n: seconds }) },
    ]
    ask.site.log({ level: 'warn', event: 'sign-in refused', why: refusal?.why })
    const page = <SignInPage reader={ask.reader} login={login} next={next} errors={errors} demo={await demoOf(ask)} />
    return { status: seconds > 0 ? 429 : 422, page }
  }
  if (outcome.value.step === 'in') return welcome(ask, outcome.value, next)
  return {
    redirect: `${href(ask.reader, '/sign-in/code')}?next=${encodeURIComponent(next)}`,
    cookies: [{ name: cookieNames(ask.site).half, value: outcome.value.half, maxAge: security.secondFactor.halfMinutes * 60 }],
  }
}

async function showCode(ask: Ask): Promise<Answer> {
  if (ask.cookies[cookieNames(ask.site).half] === undefined) return { redirect: href(ask.reader, '/sign-in') }
  return { page: <CodePage reader={ask.reader} next={destinationOf(ask.query['next'] ?? '')} errors={[]} /> }
}

async function answerCode(ask: Ask): Promise<Answer> {
  const next = destinationOf(field(ask, 'next'))
  const half = ask.cookies[cookieNames(ask.site).half] ?? ''
  const outcome = await giveSecondFactor(ask.site, half, field(ask, 'code'), browserOf(ask))
  if (outcome.ok) return welcome(ask, outcome.value, next)
  const [refusal] = outcome.refusals
  const seconds = refusal?.why === 'wait' ? refusal.seconds : 0
  const errors = [{ field: 'code', message: ask.reader.t(`accounts.code.${refusal?.why ?? 'wrong'}`, { n: seconds }) }]
  return { status: seconds > 0 ? 429 : 422, page: <CodePage reader={ask.reader} next={next} errors={errors} /> }
}

async function answerSignOut(ask: Ask): Promise<Answer> {
  const visitor = visitorOf(ask)
  await signOut(ask.site, visitor.personId, visitor.sessionId)
  return { redirect: href(ask.reader, '/'), cookies: [{ name: cookieNames(ask.site).session, value: '', maxAge: 0 }] }
}

function welcome(ask: Ask, signedIn: SignedIn, next: string): Answer {
  const names = cookieNames(ask.site)
  const cookies: Cookie[] = [
    { name: names.session, value: signedIn.token },
    { name: names.device, value: signedIn.device, maxAge: security.deviceDays * 86_400 },
    { name: names.half, value: '', maxAge: 0 },
  ]
  return { redirect: href(ask.reader, signedIn.hasTemporaryPassword ? '/desk/account/password' : next), cookies }
}

function browserOf(ask: Ask): Browser {
  return { address: ask.address, agent: ask.agent, device: ask.cookies[cookieNames(ask.site).device] }
}

/** The demonstration's people, shown to newcomers; never in production. */
async function demoOf(ask: Ask): Promise<{ people: DemoSignIn[]; password: string } | undefined> {
  if (ask.site.config.isProduction) return undefined
  const people = await readDemoPeople(ask.site.database.read, ask.site.today())
  if (people.length === 0) return undefined
  return {
    password: demoPassword,
    people: people.map(({ person, posts }) => ({
      login: person.login,
      nameZh: person.nameZh,
      nameEn: person.nameEn,
      posts: posts.map((post) => ({ role: post.role, unitNameZh: post.unit.shortZh, unitNameEn: post.unit.shortEn })),
    })),
  }
}
