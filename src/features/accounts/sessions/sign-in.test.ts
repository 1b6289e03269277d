import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { listEntries, verifyJournal } from '../../../platform/journal/index.ts'
import { givenBrowser, givenPerson, givenPost, givenSession, givenSite, givenUnit, type GivenSite, secret } from '../given-site.ts'
import { identify, loaders } from '../index.ts'
import { disablePerson } from '../people/disable-person.ts'
import { changePassword } from '../people/change-password.ts'
import { addPerson } from '../people/add-person.ts'
import { findSession } from './queries.ts'
import { signIn } from './sign-in.ts'
import type { Browser } from './start-session.ts'

let site: GivenSite

const enter = (login: string, browser?: Browser, password?: string) => givenSession(site, login, browser, password)
const visitor = (token: string) => identify(site, { gongkai: token })

beforeAll(async () => {
  if (hasServer) site = await givenSite()
})

describeWithDatabase('sign-in', () => {
  test('opens a session whose token is new, long and kept only as its hash', async () => {
    await givenPerson(site, 'linxiao')
    const first = await enter('LinXiao ')
    const second = await enter('linxiao')
    expect(first.token).not.toBe(second.token)
    expect(Buffer.from(first.token, 'base64url')).toHaveLength(32)
    expect(await findSession(site.database.read, first.token)).toBeUndefined()
    expect(await visitor(first.token)).toMatchObject({ nameEn: 'linxiao Person', isFresh: true })
  })

  test('ignores a token that was planted in the browser before', async () => {
    await givenPerson(site, 'planted')
    const planted = 'x'.repeat(43)
    await enter('planted', givenBrowser({ device: planted }))
    expect(await visitor(planted)).toBeUndefined()
    expect((await enter('planted', givenBrowser({ device: planted }))).device).not.toBe(planted)
  })

  test('answers alike whether the account is unknown, disabled, or the password is wrong', async () => {
    const operator = await givenPerson(site, 'operator1')
    const gone = await givenPerson(site, 'gone')
    await disablePerson(site, { personId: operator.id, posts: [{ role: 'operator', unitPath: '/' }] }, gone.id, 'left')
    const answers = []
    for (const [login, password] of [
      ['nobody', secret],
      ['gone', secret],
      ['operator1', 'wrong'],
      ['operator1', 'x'.repeat(500)],
    ] as const) {
      answers.push(await signIn(site, { login, password }, givenBrowser({ address: `198.51.100.${answers.length}` })))
    }
    expect(answers).toEqual(Array(4).fill({ ok: false, refusals: [{ why: 'wrong' }] }))
  })

  test('at the same moment twice opens two sessions and no fault', async () => {
    await givenPerson(site, 'twice')
    const [one, two] = await Promise.all([enter('twice'), enter('twice')])
    expect(one.token).not.toBe(two.token)
    expect(await visitor(one.token)).toBeDefined()
    expect(await visitor(two.token)).toBeDefined()
  })

  test('with a one-time password opens nothing until it is changed, and not at all after three days', async () => {
    const added = await addPerson(site, 'system', { login: 'newcomer', nameZh: '新', nameEn: 'New', email: '' })
    if (!added.ok) throw new Error('not added')
    const unit = await givenUnit(site, 'first')
    await givenPost(site, added.value.person, unit, 'auditor')
    const session = await enter('newcomer', givenBrowser(), added.value.oneTimePassword)
    expect((await visitor(session.token))?.posts).toEqual([])
    const changed = await changePassword(site, session, { old: added.value.oneTimePassword, fresh: 'a kettle sings at dawn' })
    expect(changed.ok).toBe(true)
    expect((await visitor(session.token))?.posts).toMatchObject([{ role: 'auditor', unitId: unit.id }])

    const late = await addPerson(site, 'system', { login: 'latecomer', nameZh: '迟', nameEn: 'Late', email: '' })
    if (!late.ok) throw new Error('not added')
    site.later({ days: 3 })
    const outcome = await signIn(site, { login: 'latecomer', password: late.value.oneTimePassword }, givenBrowser())
    expect(outcome).toEqual({ ok: false, refusals: [{ why: 'wrong' }] })
  })
})

describeWithDatabase('guessing', () => {
  test('is slowed for strangers, while the owner on a known device signs in at once', async () => {
    await givenPerson(site, 'leader')
    const { device } = await enter('leader')
    const answers = []
    for (let i = 0; i < 12; i++)
      answers.push(await signIn(site, { login: 'leader', password: `guess ${i}` }, givenBrowser({ address: `192.0.2.${i}` })))
    expect(answers.slice(0, 6)).toEqual(Array(6).fill({ ok: false, refusals: [{ why: 'wrong' }] }))
    expect(answers.slice(6)).toEqual(Array(6).fill({ ok: false, refusals: [{ why: 'wait', seconds: 1 }] }))
    expect((await enter('leader', givenBrowser({ device }))).personId).toBeGreaterThan(0)
    const stranger = await signIn(site, { login: 'leader', password: secret }, givenBrowser())
    expect(stranger).toEqual({ ok: false, refusals: [{ why: 'wait', seconds: 1 }] })
    site.later({ seconds: 1 })
    await enter('leader', givenBrowser())
  })

  test('many at once are as many failures: none slips through while the others are computed', async () => {
    await givenPerson(site, 'flooded')
    const tries = Array.from({ length: 20 }, (_, i) =>
      signIn(site, { login: 'flooded', password: 'no' }, givenBrowser({ address: `192.0.2.${100 + i}` })),
    )
    const looked = (await Promise.all(tries)).filter((outcome) => !outcome.ok && outcome.refusals[0]?.why === 'wrong')
    expect(looked).toHaveLength(6)
  })
})

describeWithDatabase('the record', () => {
  test('vouches for everybody after all this, and names nobody', async () => {
    const { findings, entries } = await verifyJournal(site.database.read, loaders)
    expect(findings).toEqual([])
    expect(entries).toBeGreaterThan(20)
    const lines = []
    for await (const line of listEntries(site.database.read)) lines.push(JSON.stringify(line))
    expect(lines).toHaveLength(entries)
    expect(lines.filter((line) => /linxiao|hanxue|某/.test(line))).toEqual([])
  })
})
