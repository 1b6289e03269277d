import { NotFound } from '../../../kernel/faults.ts'
import { type Action, covers, reach } from '../../../kernel/policy.ts'
import { type Answer, type Ask, field, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { exists, findUnit, listUnits, type Unit } from '../../organisations/index.ts'
import { numberIn } from '../number-in.ts'
import { errorsOf } from '../pages/errors-of.ts'
import { GrantPage } from '../pages/grant-page.tsx'
import { PostPage } from '../pages/post-page.tsx'
import { type ListedWaiver, WaiversPage } from '../pages/waivers-page.tsx'
import { listPeople } from '../people/queries.ts'
import { personIn, toPerson } from '../people/routes.tsx'
import { visitorOf } from '../visitor-of.ts'
import { endPost } from './end-post.ts'
import { grantPost } from './grant-post.ts'
import { grantWaiver } from './grant-waiver.ts'
import { nameStandIn } from './name-stand-in.ts'
import { findPost, listWaivers } from './queries.ts'

export const postRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/people/:id/posts', policy: 'people.manage', answer: (ask) => grantPage(ask, []) },
  { method: 'POST', path: '/desk/people/:id/posts', policy: 'people.manage', answer: answerGrant },
  { method: 'GET', path: '/desk/people/:id/posts/:post', policy: 'people.manage', about: unitOfPost, answer: (ask) => postPage(ask, []) },
  { method: 'POST', path: '/desk/people/:id/posts/:post', policy: 'people.manage', about: unitOfPost, answer: answerPost },
  { method: 'GET', path: '/desk/waivers', policy: 'people.read', answer: (ask) => waiversPage(ask, []) },
  { method: 'POST', path: '/desk/waivers', policy: 'waivers.grant', answer: answerWaiver },
]

async function unitOfPost(ask: Ask): Promise<string | undefined> {
  const post = await findPost(ask.site.database.read, numberIn(ask, 'post'))
  if (post?.personId !== numberIn(ask, 'id')) return undefined
  return (await findUnit(ask.site.database.read, post.unitId))?.path
}

async function grantPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  const { person } = await personIn(ask)
  const typed = fieldsOf(ask, ['unit', 'role', 'sinceOn', 'untilOn', 'reason'])
  const values = { ...typed, sinceOn: status === 200 ? ask.site.today() : typed.sinceOn }
  return {
    status,
    page: <GrantPage reader={ask.reader} person={person} units={await unitsFor(ask, 'people.manage')} values={values} errors={errors} />,
  }
}

async function answerGrant(ask: Ask): Promise<Answer> {
  const id = numberIn(ask, 'id')
  const outcome = await grantPost(ask.site, visitorOf(ask), id, fieldsOf(ask, ['unit', 'role', 'sinceOn', 'untilOn', 'reason']))
  return outcome.ok ? toPerson(ask, id, 'granted') : grantPage(ask, errorsOf(ask.reader, outcome.refusals, postFields), 422)
}

const postFields = {
  'role-unknown': 'role',
  'unit-unknown': 'unit',
  'unit-dissolved': 'unit',
  'person-disabled': 'role',
  'since-form': 'sinceOn',
  'until-form': 'untilOn',
  'ends-before-start': 'untilOn',
  'ended-already': 'untilOn',
  'held-already': 'role',
} as const

async function postPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  const { person, posts } = await personIn(ask)
  const post = posts.find((one) => one.id === numberIn(ask, 'post'))
  if (post === undefined) throw new NotFound(ask.reader.path)
  const typed = fieldsOf(ask, ['login', 'sinceOn', 'untilOn', 'standInReason', 'endOn', 'endReason'])
  const values = { ...typed, sinceOn: status === 200 ? ask.site.today() : typed.sinceOn }
  return { status, page: <PostPage reader={ask.reader} person={person} post={post} values={values} errors={errors} /> }
}

/** The page holds two forms; which one was sent stands in it. */
async function answerPost(ask: Ask): Promise<Answer> {
  return field(ask, 'act') === 'end' ? answerEnd(ask) : answerStandIn(ask)
}

async function answerEnd(ask: Ask): Promise<Answer> {
  const outcome = await endPost(ask.site, visitorOf(ask), numberIn(ask, 'post'), {
    on: field(ask, 'endOn'),
    reason: field(ask, 'endReason'),
  })
  if (outcome.ok) return toPerson(ask, numberIn(ask, 'id'), 'ended')
  const fields = {
    'end-form': 'endOn',
    'ended-already': 'endOn',
    'in-the-past': 'endOn',
    'last-operator': 'endOn',
    'reason-missing': 'endReason',
  } as const
  return postPage(ask, errorsOf(ask.reader, outcome.refusals, fields), 422)
}

async function answerStandIn(ask: Ask): Promise<Answer> {
  const given = { ...fieldsOf(ask, ['login', 'sinceOn', 'untilOn']), reason: field(ask, 'standInReason') }
  const outcome = await nameStandIn(ask.site, visitorOf(ask), numberIn(ask, 'post'), given)
  if (outcome.ok) return toPerson(ask, numberIn(ask, 'id'), 'stand-in')
  return postPage(ask, errorsOf(ask.reader, outcome.refusals, standInFields), 422)
}

const standInFields = {
  ...postFields,
  'role-unknown': 'login',
  'unit-unknown': 'login',
  'unit-dissolved': 'login',
  'person-disabled': 'login',
  'held-already': 'login',
  'person-unknown': 'login',
  oneself: 'login',
  'until-missing': 'untilOn',
  'reason-missing': 'standInReason',
  'not-held': 'untilOn',
} as const

async function waiversPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  const typed = fieldsOf(ask, ['unit', 'reason', 'sinceOn', 'untilOn'])
  const values = { ...typed, sinceOn: status === 200 ? ask.site.today() : typed.sinceOn }
  const [waivers, units] = [await readWaivers(ask), await unitsFor(ask, 'waivers.grant')]
  return {
    status,
    page: <WaiversPage reader={ask.reader} waivers={waivers} units={units} values={values} errors={errors} done={ask.query['done']} />,
  }
}

async function answerWaiver(ask: Ask): Promise<Answer> {
  const outcome = await grantWaiver(ask.site, visitorOf(ask), fieldsOf(ask, ['unit', 'reason', 'sinceOn', 'untilOn']))
  if (outcome.ok) return { redirect: `${href(ask.reader, '/desk/waivers')}?done=waiver` }
  return waiversPage(ask, errorsOf(ask.reader, outcome.refusals, { ...postFields, 'reason-missing': 'reason' } as const), 422)
}

async function readWaivers(ask: Ask): Promise<ListedWaiver[]> {
  const db = ask.site.database.read
  const [waivers, units] = [await listWaivers(db), await listUnits(db)]
  const people = await listPeople(db, [...new Set(waivers.map((waiver) => waiver.grantedById))])
  return waivers.flatMap((waiver) => {
    const unit = units.find((one) => one.id === waiver.unitId)
    const grantedBy = people.find((person) => person.id === waiver.grantedById)
    return unit === undefined || grantedBy === undefined ? [] : [{ ...waiver, unit, grantedBy }]
  })
}

/** The living units in which the visitor may do something. */
async function unitsFor(ask: Ask, action: Action): Promise<Unit[]> {
  const paths = reach(action, visitorOf(ask).posts)
  const units = await listUnits(ask.site.database.read)
  return units.filter((unit) => exists(unit, ask.site.today()) && paths.some((path) => covers(path, unit.path)))
}

function fieldsOf<Name extends string>(ask: Ask, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, field(ask, name)])) as Record<Name, string>
}
