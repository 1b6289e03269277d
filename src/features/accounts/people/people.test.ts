import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { listMails } from '../../../platform/mail/index.ts'
import { type Unit } from '../../organisations/index.ts'
import type { Actor } from '../actor.ts'
import { givenPerson, givenPost, givenSession, givenSite, givenUnit, type GivenSite } from '../given-site.ts'
import { hasOperator, identify, loaders } from '../index.ts'
import { grantPost } from '../posts/grant-post.ts'
import { readHeldPosts } from '../posts/read-held-posts.ts'
import { addPerson } from './add-person.ts'
import { changePassword } from './change-password.ts'
import { createFirstOperator, findRoot } from './create-first-operator.ts'
import { disablePerson } from './disable-person.ts'
import { issuePassword } from './issue-password.ts'
import { setupSecret } from './make-setup-secret.ts'
import type { Person } from './person.ts'
import { readPeople } from './read-people.ts'

let site: GivenSite
let city: Unit
let bureau: Unit
let operator: Person
let root: Actor

const draft = {
  login: 'luoan',
  nameZh: '罗安',
  nameEn: 'Luo An',
  email: '',
  password: 'seven herons at noon',
  governmentZh: '明川市人民政府',
  governmentEn: 'Mingchuan City Government',
}

const enter = (login: string, password?: string) => givenSession(site, login, undefined, password)

beforeAll(async () => {
  if (hasServer) site = await givenSite()
})

describeWithDatabase('the first operator', () => {
  test('needs the secret of the console, a good password and the name of the government', async () => {
    expect(await createFirstOperator(site, { ...draft, secret: 'guess' })).toEqual({ ok: false, refusals: ['secret-wrong'] })
    const outcome = await createFirstOperator(site, { ...draft, secret: setupSecret(), password: '罗安', nameEn: ' ', governmentEn: '' })
    expect(outcome).toEqual({ ok: false, refusals: ['name-missing', 'too-short', 'about-you', 'government-missing'] })
    expect(await hasOperator(site.database.read)).toBe(false)
  })

  test('is made once, even when two come at the same moment, and gives the site its name', async () => {
    const secretOfConsole = setupSecret()
    const outcomes = await Promise.all(
      ['luoan', 'second'].map((login) => createFirstOperator(site, { ...draft, login, secret: secretOfConsole })),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, refusals: ['operator-there'] })
    expect(await createFirstOperator(site, { ...draft, secret: secretOfConsole })).toMatchObject({ ok: false })
    expect(site.city.nameZh).toBe('明川市人民政府')
    operator = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))[0]!
    const posts = await readHeldPosts(site.database.read, operator.id, site.today())
    expect(posts).toMatchObject([{ role: 'operator', unitNameZh: '明川市人民政府' }])
    root = { personId: operator.id, posts }
    city = (await findRoot(site))!
    bureau = await givenUnit(site, 'bureau', city)
  })
})

describeWithDatabase('people', () => {
  test('are added with a one-time password and every reason when not', async () => {
    const added = await addPerson(site, root, { login: 'LinXiao', nameZh: '林晓', nameEn: 'Lin  Xiao', email: '' })
    expect(added).toMatchObject({ ok: true, value: { person: { login: 'linxiao', nameEn: 'Lin Xiao', hasTemporaryPassword: true } } })
    const again = await addPerson(site, root, { login: 'linxiao', nameZh: '', nameEn: '', email: 'not an address' })
    expect(again).toEqual({ ok: false, refusals: ['login-taken', 'name-missing', 'email-form'] })
  })

  test('cannot take one login twice at the same moment', async () => {
    const same = { login: 'same', nameZh: '同', nameEn: 'Same', email: '' }
    const outcomes = await Promise.all([addPerson(site, root, same), addPerson(site, root, same)])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  test('who are disabled are out at once and cannot come back', async () => {
    const person = await givenPerson(site, 'leaver')
    const session = await enter('leaver')
    expect(await disablePerson(site, root, person.id, ' ')).toEqual({ ok: false, refusals: ['reason-missing'] })
    expect((await disablePerson(site, root, person.id, 'retired')).ok).toBe(true)
    expect(await identify(site, { gongkai: session.token })).toBeUndefined()
    await expect(enter('leaver')).rejects.toThrow('wrong')
    expect(await disablePerson(site, root, person.id, 'again')).toEqual({ ok: false, refusals: ['disabled-already'] })
  })

  test('never lose their last operator, and nobody disables themselves', async () => {
    expect(await disablePerson(site, root, operator.id, 'oops')).toEqual({ ok: false, refusals: ['oneself', 'last-operator'] })
    const second = await givenPerson(site, 'second-operator')
    await givenPost(site, second, city, 'operator')
    expect(await disablePerson(site, root, operator.id, 'oops')).toEqual({ ok: false, refusals: ['oneself'] })
    await disablePerson(site, root, second.id, 'moved')
  })

  test('of the city cannot be taken over by the operator of a bureau', async () => {
    const local = await givenPerson(site, 'local-operator')
    await givenPost(site, local, bureau, 'operator')
    const by: Actor = { personId: local.id, posts: await readHeldPosts(site.database.read, local.id, site.today()) }
    await expect(issuePassword(site, by, operator.id)).rejects.toThrow('people.manage')
    await expect(disablePerson(site, by, operator.id, 'coup')).rejects.toThrow('people.manage')
    const grant = { unit: city.code, role: 'office', sinceOn: site.today(), untilOn: '', reason: '' }
    await expect(grantPost(site, by, local.id, grant)).rejects.toThrow('people.manage')
    expect((await grantPost(site, by, local.id, { ...grant, unit: bureau.code })).ok).toBe(true)
  })

  test('who forgot their password get one that works once, and their sessions end', async () => {
    const person = await givenPerson(site, 'forgetful', { email: 'forgetful@example.org' })
    const session = await enter('forgetful')
    const { oneTimePassword } = await issuePassword(site, root, person.id)
    expect(await identify(site, { gongkai: session.token })).toBeUndefined()
    await expect(enter('forgetful')).rejects.toThrow('wrong')
    const fresh = await enter('forgetful', oneTimePassword)
    expect(fresh.hasTemporaryPassword).toBe(true)
    expect((await changePassword(site, fresh, { old: oneTimePassword, fresh: 'grass bends in June' })).ok).toBe(true)
    await expect(enter('forgetful', oneTimePassword)).rejects.toThrow('wrong')
    const mails = await listMails(site.database.read)
    expect(mails).toHaveLength(2)
    expect(JSON.stringify(mails)).not.toContain(oneTimePassword)
  })

  test('are found by a part of a name in either language, page by page, and by nothing else', async () => {
    const find = async (words: string) =>
      (await readPeople(site.database.read, words, '', site.today())).people.map(({ person }) => person.login)
    expect(await find('林晓')).toEqual(['linxiao'])
    expect(await find('lin x')).toEqual(['linxiao'])
    expect(await find('%')).toEqual([])
    expect(await find("' or 1=1 --")).toEqual([])
    for (let i = 0; i < 51; i++) await givenPerson(site, `clerk-${String(i).padStart(2, '0')}`)
    const first = await readPeople(site.database.read, 'clerk-', '', site.today())
    expect(first.people).toHaveLength(50)
    const rest = await readPeople(site.database.read, 'clerk-', first.next ?? '', site.today())
    expect(rest).toMatchObject({ people: [{ person: { login: 'clerk-50' } }] })
    expect(rest.next).toBeUndefined()
  })
})

describeWithDatabase('the record', () => {
  test('vouches for every person, post and waiver after all this', async () => {
    const { findings, rows } = await verifyJournal(site.database.read, loaders)
    expect(findings).toEqual([])
    expect(rows).toBeGreaterThan(60)
  })
})
