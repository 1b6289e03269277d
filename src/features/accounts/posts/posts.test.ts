import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { addDays } from '../../../kernel/day.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { closeUnit, type Unit } from '../../organisations/index.ts'
import type { Actor } from '../actor.ts'
import { givenPerson, givenPost, givenSession, givenSite, givenUnit, type GivenSite } from '../given-site.ts'
import { hasWaiver, identify, listPeopleWithRole, loaders } from '../index.ts'
import { endPost } from './end-post.ts'
import { grantPost } from './grant-post.ts'
import { grantWaiver } from './grant-waiver.ts'
import { nameStandIn } from './name-stand-in.ts'
import { readHeldPosts } from './read-held-posts.ts'
import type { Person } from '../people/person.ts'
import { readPeople } from '../people/read-people.ts'

let site: GivenSite
let city: Unit
let bureau: Unit
let operator: Person
let root: Actor

const enter = (login: string, password?: string) => givenSession(site, login, undefined, password)

const rolesOf = async (person: Person): Promise<string[]> =>
  (await readHeldPosts(site.database.read, person.id, site.today())).map((post) => post.role)

beforeAll(async () => {
  if (!hasServer) return
  site = await givenSite()
  city = await givenUnit(site, 'city')
  bureau = await givenUnit(site, 'bureau', city)
  operator = await givenPerson(site, 'luoan')
  await givenPost(site, operator, city, 'operator')
  root = { personId: operator.id, posts: await readHeldPosts(site.database.read, operator.id, site.today()) }
})

describeWithDatabase('posts', () => {
  test('reach the units below, and end at once when they are ended', async () => {
    const person = await givenPerson(site, 'signer')
    const post = await givenPost(site, person, city, 'signer')
    const found = async () => (await listPeopleWithRole(site.database.read, 'signer', bureau.path, site.today())).map((one) => one.login)
    expect(await found()).toEqual(['signer'])
    const session = await enter('signer')
    expect((await endPost(site, root, post.id, { on: '', reason: 'moved' })).ok).toBe(true)
    expect(await found()).toEqual([])
    expect((await identify(site, { gongkai: session.token }))?.posts).toEqual([])
  })

  test('of the last operator cannot be ended', async () => {
    const [post] = (await readHeldPosts(site.database.read, operator.id, site.today())) as unknown[]
    expect(post).toBeDefined()
    const listed = await readPeople(site.database.read, operator.login, '', site.today())
    const id = listed.people[0]?.posts[0]?.id ?? 0
    expect(await endPost(site, root, id, { on: '', reason: 'tired' })).toEqual({ ok: false, refusals: ['last-operator'] })
  })

  test('are stood in for from the first day to the last, and stop with the post itself', async () => {
    const [chief, deputy] = [await givenPerson(site, 'chief'), await givenPerson(site, 'deputy')]
    const post = await givenPost(site, chief, bureau, 'signer')
    const given = { login: 'deputy', sinceOn: addDays(site.today(), 1), untilOn: addDays(site.today(), 3), reason: 'leave' }
    expect(await nameStandIn(site, root, post.id, { ...given, login: 'nobody' })).toEqual({ ok: false, refusals: ['person-unknown'] })
    expect(await nameStandIn(site, root, post.id, { ...given, login: 'chief' })).toEqual({
      ok: false,
      refusals: ['oneself', 'held-already'],
    })
    expect((await nameStandIn(site, root, post.id, given)).ok).toBe(true)
    const seen = []
    for (let day = 0; day < 5; day++) {
      seen.push(await rolesOf(deputy))
      site.later({ days: 1 })
    }
    expect(seen).toEqual([[], ['signer'], ['signer'], ['signer'], []])

    const longer = { ...given, sinceOn: site.today(), untilOn: addDays(site.today(), 30) }
    await nameStandIn(site, root, post.id, longer)
    const [held] = await readHeldPosts(site.database.read, deputy.id, site.today())
    expect(held?.standsInFor).toBe('chief某 chief Person')
    await endPost(site, root, post.id, { on: '', reason: 'retired' })
    expect(await rolesOf(deputy)).toEqual([])
  })

  test('in a unit that is dissolved stop the day after', async () => {
    const person = await givenPerson(site, 'orphan')
    const unit = await givenUnit(site, 'short-lived', city)
    await givenPost(site, person, unit, 'reviewer')
    const closed = await closeUnit(site, 'system', unit.id, { on: site.today(), reason: 'reform' })
    expect(closed.ok).toBe(true)
    expect(await rolesOf(person)).toEqual(['reviewer'])
    site.later({ days: 1 })
    expect(await rolesOf(person)).toEqual([])
    const late = await grantPost(site, root, person.id, { unit: unit.code, role: 'signer', sinceOn: site.today(), untilOn: '', reason: '' })
    expect(late).toEqual({ ok: false, refusals: ['unit-dissolved'] })
  })
})

describeWithDatabase('a waiver', () => {
  test('loosens one unit, not those below it, from its first day to its last, and needs a reason', async () => {
    const officer = await givenPerson(site, 'suwen')
    await givenPost(site, officer, city, 'office')
    const by = { personId: officer.id, posts: await readHeldPosts(site.database.read, officer.id, site.today()) }
    const below = await givenUnit(site, 'below', bureau)
    const given = { unit: bureau.code, reason: 'two people only', sinceOn: site.today(), untilOn: addDays(site.today(), 1) }
    expect(await grantWaiver(site, by, { ...given, reason: ' ', untilOn: '' })).toEqual({
      ok: false,
      refusals: ['reason-missing', 'until-form'],
    })
    const stranger = { personId: operator.id, posts: [{ role: 'operator', unitPath: city.path }] as const }
    await expect(grantWaiver(site, stranger, given)).rejects.toThrow('waivers.grant')
    expect((await grantWaiver(site, by, given)).ok).toBe(true)
    const has = (unit: Unit, days: number) => hasWaiver(site.database.read, unit.path, addDays(site.today(), days))
    expect([await has(bureau, -1), await has(bureau, 0), await has(bureau, 1), await has(bureau, 2)]).toEqual([false, true, true, false])
    expect(await has(below, 0)).toBe(false)
    expect(await has(city, 0)).toBe(false)
  })
})

describeWithDatabase('the record', () => {
  test('vouches for every person, post and waiver after all this', async () => {
    const { findings, rows } = await verifyJournal(site.database.read, loaders)
    expect(findings).toEqual([])
    expect(rows).toBeGreaterThan(10)
  })
})
