import { NotFound } from '../../../kernel/faults.ts'
import { history } from '../../../platform/journal/index.ts'
import { type Answer, type Ask, field, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { security } from '../load-security.ts'
import { numberIn } from '../number-in.ts'
import { AccessPage } from '../pages/access-page.tsx'
import { errorsOf } from '../pages/errors-of.ts'
import { NewPersonPage, OneTimePasswordPage } from '../pages/new-person-page.tsx'
import { PeoplePage } from '../pages/people-page.tsx'
import { PersonPage } from '../pages/person-page.tsx'
import { postSubject } from '../posts/post.ts'
import { removeLostTotp } from '../sessions/remove-totp.ts'
import { visitorOf } from '../visitor-of.ts'
import { addPerson } from './add-person.ts'
import { disablePerson } from './disable-person.ts'
import { issuePassword } from './issue-password.ts'
import { type Person, type PersonDraft, personSubject } from './person.ts'
import { type ListedPerson, readPeople, readPerson } from './read-people.ts'

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/people', policy: 'people.read', answer: showPeople },
  { method: 'GET', path: '/desk/people/new', policy: 'people.manage', answer: (ask) => newPersonPage(ask, []) },
  { method: 'POST', path: '/desk/people/new', policy: 'people.manage', answer: answerNewPerson },
  { method: 'GET', path: '/desk/people/:id', policy: 'people.read', answer: showPerson },
  { method: 'GET', path: '/desk/people/:id/access', policy: 'people.manage', answer: (ask) => accessPage(ask, []) },
  { method: 'POST', path: '/desk/people/:id/access', policy: 'people.manage', answer: answerAccess },
]

async function showPeople(ask: Ask): Promise<Answer> {
  const words = (ask.query['q'] ?? '').slice(0, 100)
  const { people, next } = await readPeople(ask.site.database.read, words, ask.query['after'] ?? '', ask.site.today())
  return { page: <PeoplePage reader={ask.reader} people={people} words={words} next={next} /> }
}

async function newPersonPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  return { status, page: <NewPersonPage reader={ask.reader} values={draftOf(ask)} errors={errors} /> }
}

async function answerNewPerson(ask: Ask): Promise<Answer> {
  const outcome = await addPerson(ask.site, visitorOf(ask), draftOf(ask))
  if (!outcome.ok) return newPersonPage(ask, errorsOf(ask.reader, outcome.refusals, personFields), 422)
  return oneTimePasswordPage(ask, outcome.value)
}

/** The field of each reason why a person is refused. */
export const personFields = { 'login-form': 'login', 'login-taken': 'login', 'name-missing': 'nameZh', 'email-form': 'email' } as const

/** The fields that describe a person, as they were typed. */
export function draftOf(ask: Ask): PersonDraft {
  return { login: field(ask, 'login'), nameZh: field(ask, 'nameZh'), nameEn: field(ask, 'nameEn'), email: field(ask, 'email') }
}

function oneTimePasswordPage(ask: Ask, made: { person: Person; oneTimePassword: string }): Answer {
  const days = Math.floor(security.password.temporaryHours / 24)
  return { page: <OneTimePasswordPage reader={ask.reader} person={made.person} oneTimePassword={made.oneTimePassword} days={days} /> }
}

async function showPerson(ask: Ask): Promise<Answer> {
  const listed = await personIn(ask)
  const db = ask.site.database.read
  const lines = await history(db, personSubject(listed.person.id))
  for (const post of listed.posts) lines.push(...(await history(db, postSubject(post.id))))
  // Signing in is an act of every working day; what others want to know of a person's record is the rest.
  const told = lines.filter((line) => !quiet.includes(line.act)).sort((a, b) => b.seq - a.seq)
  const record = told.map((line) => ({
    at: new Date(line.at).toISOString(),
    act: `accounts.act.${line.act.slice('accounts.'.length)}`,
    reason: line.reason ?? '',
  }))
  return { page: <PersonPage reader={ask.reader} listed={listed} record={record} done={ask.query['done']} /> }
}

const quiet = ['accounts.sign-in', 'accounts.end-session']

async function accessPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  const { person } = await personIn(ask)
  const values = { lostReason: field(ask, 'lostReason'), disableReason: field(ask, 'disableReason') }
  return { status, page: <AccessPage reader={ask.reader} person={person} values={values} errors={errors} /> }
}

/** The page holds three forms; which one was sent stands in it. */
async function answerAccess(ask: Ask): Promise<Answer> {
  const act = field(ask, 'act')
  if (act === 'password') return answerPassword(ask)
  if (act === 'second-factor') return answerSecondFactor(ask)
  if (act === 'disable') return answerDisable(ask)
  throw new NotFound(ask.reader.path)
}

async function answerPassword(ask: Ask): Promise<Answer> {
  return oneTimePasswordPage(ask, await issuePassword(ask.site, visitorOf(ask), numberIn(ask, 'id')))
}

async function answerSecondFactor(ask: Ask): Promise<Answer> {
  const id = numberIn(ask, 'id')
  const outcome = await removeLostTotp(ask.site, visitorOf(ask), id, field(ask, 'lostReason'))
  if (outcome.ok) return toPerson(ask, id, 'second-factor-off')
  const fields = {
    'password-wrong': 'lostReason',
    wait: 'lostReason',
    'off-already': 'lostReason',
    'reason-missing': 'lostReason',
  } as const
  return accessPage(ask, errorsOf(ask.reader, outcome.refusals, fields), 422)
}

async function answerDisable(ask: Ask): Promise<Answer> {
  const id = numberIn(ask, 'id')
  const outcome = await disablePerson(ask.site, visitorOf(ask), id, field(ask, 'disableReason'))
  if (outcome.ok) return toPerson(ask, id, 'disabled')
  const place = 'disableReason'
  const fields = { 'disabled-already': place, oneself: place, 'last-operator': place, 'reason-missing': place } as const
  return accessPage(ask, errorsOf(ask.reader, outcome.refusals, fields), 422)
}

/** The person of the address with their posts. Throws NotFound when there is none. */
export async function personIn(ask: Ask): Promise<ListedPerson> {
  const listed = await readPerson(ask.site.database.read, numberIn(ask, 'id'), ask.site.today())
  if (listed === undefined) throw new NotFound(ask.reader.path)
  return listed
}

/** Back to a person's page, with what was done. */
export function toPerson(ask: Ask, id: number, done: string): Answer {
  return { redirect: `${href(ask.reader, `/desk/people/${id}`)}?done=${done}` }
}
