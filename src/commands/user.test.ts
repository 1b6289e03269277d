import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../test/support/database.ts'
import { givenBrowser, givenSite, givenUnit, type GivenSite } from '../features/accounts/given-site.ts'
import { signIn } from '../features/accounts/sessions/sign-in.ts'
import { readConfig } from '../config.ts'
import { runUserAdd, userCommand } from './user.ts'

let site: GivenSite
const asked = { login: 'lingxing', nameZh: '令行', nameEn: 'Ling Xing', email: '', role: 'auditor', unit: 'bureau', json: true }

beforeAll(async () => {
  if (hasServer) site = await givenSite()
})

describeWithDatabase('gongkai user add', () => {
  test('adds a person with a post and a password that works once', async () => {
    await givenUnit(site, 'bureau')
    const end = await runUserAdd(site, asked)
    expect(end.exit).toBe(0)
    const { login, oneTimePassword } = JSON.parse(end.out) as { login: string; oneTimePassword: string }
    const outcome = await signIn(site, { login, password: oneTimePassword }, givenBrowser())
    expect(outcome).toMatchObject({ ok: true, value: { step: 'in', hasTemporaryPassword: true } })
  })

  test('changes nothing when the unit is unknown or the login is taken, and says why', async () => {
    const unknown = await runUserAdd(site, { ...asked, login: 'other', unit: 'nowhere' })
    expect(unknown).toEqual({ exit: 1, out: 'There is no unit with the code nowhere.' })
    const taken = await runUserAdd(site, { ...asked, json: false })
    expect(taken).toEqual({ exit: 1, out: 'Somebody has this login already. Choose another one' })
  })
})

test.each([
  [[]],
  [['remove', 'x']],
  [['add', '--login', 'x']],
  [['add', '--login', 'x', '--role', 'emperor', '--unit', 'u', '--name-zh', '甲', '--name-en', 'A']],
])('called wrongly (%j) says what to write and opens no database', async (args) => {
  const end = await userCommand.run(args, () => readConfig({}))
  expect(end).toMatchObject({ exit: 2 })
  expect(end.out).toMatch(/gongkai user add|--role is one of/)
})
