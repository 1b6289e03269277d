import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { listEntries, verifyJournal } from '../../../platform/journal/index.ts'
import { givenBrowser, givenPerson, givenSession, givenSite, type GivenSite, secret } from '../given-site.ts'
import { identify, loaders } from '../index.ts'
import { changePassword } from '../people/change-password.ts'
import { codeAt } from './check-code.ts'
import { confirmPassword } from './confirm-password.ts'
import { confirmTotp } from './confirm-totp.ts'
import { endSession } from './end-session.ts'
import { giveSecondFactor } from './give-second-factor.ts'
import { saveSessionUse } from './queries.ts'
import { setUpTotp } from './set-up-totp.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { tidySessions } from './tidy-sessions.ts'
import type { Browser, SignedIn } from './start-session.ts'

let site: GivenSite

const enter = (login: string, browser?: Browser, password?: string) => givenSession(site, login, browser, password)
const visitor = (token: string) => identify(site, { gongkai: token })

beforeAll(async () => {
  if (hasServer) site = await givenSite()
})

describeWithDatabase('a session', () => {
  let token: string
  let session: SignedIn

  beforeAll(async () => {
    await givenPerson(site, 'hanxue')
  })

  test('ends after half an hour without use, not while it is used', async () => {
    token = (await enter('hanxue')).token
    for (let i = 0; i < 3; i++) {
      site.later({ minutes: 20 })
      expect(await visitor(token)).toBeDefined()
    }
    site.later({ minutes: 30 })
    expect(await visitor(token)).toBeUndefined()
  })

  test('ends after twelve hours, however busy', async () => {
    token = (await enter('hanxue')).token
    for (let i = 0; i < 35; i++) {
      site.later({ minutes: 20 })
      expect(await visitor(token)).toBeDefined()
    }
    site.later({ minutes: 20 })
    expect(await visitor(token)).toBeUndefined()
  })

  test('that was ended is refused at once, and a request under way does not revive it', async () => {
    const here = await enter('hanxue')
    session = await enter('hanxue')
    await endSession(site, here.personId, session.sessionId)
    await site.database.transaction((db) => saveSessionUse(db, session.sessionId, { seenAt: site.now(), freshAt: site.now() }))
    expect(await visitor(session.token)).toBeUndefined()
    expect(await visitor(here.token)).toBeDefined()
    await signOut(site, here.personId, here.sessionId)
    expect(await visitor(here.token)).toBeUndefined()
  })

  test('of somebody else cannot be ended', async () => {
    const mine = await enter('hanxue')
    const other = await givenPerson(site, 'stranger')
    await expect(endSession(site, other.id, mine.sessionId)).rejects.toThrow('session')
    expect(await visitor(mine.token)).toBeDefined()
  })

  test('ends with all others but the own one when the password is changed', async () => {
    const person = await givenPerson(site, 'changer')
    const [here, elsewhere] = [await enter('changer'), await enter('changer')]
    const refused = await changePassword(site, here, { old: 'wrong', fresh: 'short' })
    expect(refused).toEqual({ ok: false, refusals: ['old-wrong', 'too-short'] })
    await changePassword(site, here, { old: secret, fresh: 'the river turns twice' })
    expect(await visitor(here.token)).toBeDefined()
    expect(await visitor(elsewhere.token)).toBeUndefined()
    expect(person.passwordHash).not.toContain(secret)
  })

  test('becomes fresh again with the right password only', async () => {
    const mine = await enter('hanxue')
    site.later({ minutes: 11 })
    expect((await visitor(mine.token))?.isFresh).toBe(false)
    expect(await confirmPassword(site, mine, 'wrong')).toBe('wrong')
    expect((await visitor(mine.token))?.isFresh).toBe(false)
    expect(await confirmPassword(site, mine, secret)).toBe('done')
    expect((await visitor(mine.token))?.isFresh).toBe(true)
  })

  test('is known by no other cookie on https', async () => {
    const safe = { ...site, config: { ...site.config, baseUrl: 'https://open.example.org' } }
    const mine = await enter('hanxue')
    expect(await identify(safe, { gongkai: mine.token })).toBeUndefined()
    expect(await identify(safe, { '__Host-gongkai': mine.token })).toBeDefined()
  })
})

describeWithDatabase('the second factor', () => {
  let totp: string

  async function half(login: string): Promise<string> {
    const outcome = await signIn(site, { login, password: secret }, givenBrowser())
    if (!outcome.ok || outcome.value.step !== 'code') throw new Error(JSON.stringify(outcome))
    return outcome.value.half
  }

  async function givenTotp(login: string): Promise<void> {
    const person = await givenPerson(site, login)
    const session = await enter(login)
    const shown = await setUpTotp(site, person.id, secret)
    if (!shown.ok) throw new Error(shown.refusals.join())
    totp = shown.value
    expect(await confirmTotp(site, session, '000000')).toEqual({ ok: false, refusals: ['code-wrong'] })
    expect(await confirmTotp(site, session, codeAt(totp, site.now()))).toMatchObject({ ok: true })
    site.later({ seconds: 30 })
  }

  test('is asked for after the password, which alone opens nothing', async () => {
    await givenTotp('gaoyuan')
    const token = await half('gaoyuan')
    expect(await visitor(token)).toBeUndefined()
    const entered = await giveSecondFactor(site, token, codeAt(totp, site.now()), givenBrowser())
    expect(entered.ok && (await visitor(entered.value.token))).toMatchObject({ nameEn: 'gaoyuan Person' })
  })

  test('works once, even when the same code comes twice at once', async () => {
    await givenTotp('double')
    const halves = [await half('double'), await half('double')]
    const code = codeAt(totp, site.now())
    const outcomes = await Promise.all(halves.map((token) => giveSecondFactor(site, token, code, givenBrowser())))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const again = await giveSecondFactor(site, await half('double'), code, givenBrowser())
    expect(again).toMatchObject({ ok: false })
    site.later({ seconds: 30 })
    const next = await giveSecondFactor(site, await half('double'), codeAt(totp, site.now()), givenBrowser())
    expect(next.ok).toBe(true)
  })

  test('does not take a half of a sign-in that was used or is older than five minutes', async () => {
    await givenTotp('slow')
    const token = await half('slow')
    site.later({ minutes: 5 })
    const late = await giveSecondFactor(site, token, codeAt(totp, site.now()), givenBrowser())
    expect(late).toEqual({ ok: false, refusals: [{ why: 'over' }] })
  })

  test('slows whoever guesses codes', async () => {
    await givenTotp('guessed')
    const token = await half('guessed')
    const answers = []
    for (let i = 0; i < 6; i++) answers.push(await giveSecondFactor(site, token, '12345', givenBrowser()))
    expect(answers.map((answer) => !answer.ok && answer.refusals[0]?.why)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wait', 'wait'])
  })
})

describeWithDatabase('the nightly tidying', () => {
  test('removes what has run out and leaves what still counts', async () => {
    await givenPerson(site, 'tidy')
    const { device } = await enter('tidy')
    await signIn(site, { login: 'tidy', password: 'wrong' }, givenBrowser({ device }))
    site.later({ days: 40 })
    const fresh = await enter('tidy', givenBrowser({ device }))
    expect(await tidySessions(site)).toBeGreaterThan(2)
    expect(await tidySessions(site)).toBe(0)
    expect(await visitor(fresh.token)).toBeDefined()
    expect(fresh.device).toBe(device)
  })
})

describeWithDatabase('the record', () => {
  test('vouches for everybody after all this, and names nobody', async () => {
    const { findings, entries } = await verifyJournal(site.database.read, loaders)
    expect(findings).toEqual([])
    expect(entries).toBeGreaterThan(30)
    const lines = []
    for await (const line of listEntries(site.database.read)) lines.push(JSON.stringify(line))
    expect(lines).toHaveLength(entries)
    expect(lines.filter((line) => /linxiao|hanxue|某/.test(line))).toEqual([])
  })
})
