import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { registrationOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenUnit } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { NotAllowed } from '../../../kernel/faults.ts'
import type { ReceiptChannel } from '../../../kernel/case/event.ts'
import { refused } from '../../../kernel/outcome.ts'
import { listCaseFiles } from '../cases/queries-files.ts'
import { readCase } from '../cases/read-case.ts'
import { applicantOf, givenCases, type GivenCases } from '../given-cases.ts'
import { openCounter } from './open-counter.ts'
import { registerApplication, type Registration } from './register-application.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const register = (more: Partial<Registration> = {}) => registerApplication(given.site, given.cast.writer, registrationOf(more))
const arrived = (channel: ReceiptChannel, arrivedOn: string, confirmedOn?: string): Pick<Registration, 'arrival'> => ({
  arrival: { channel, arrivedOn: asDay(arrivedOn), ...(confirmedOn && { confirmedOn: asDay(confirmedOn) }) },
})
const entered = async (more: Partial<Registration>) => {
  const { ref } = must(await register(more))
  return (await readCase(given.site, given.site.database.read, ref)).application
}

describeWithDatabase('a request at the desk', () => {
  test('counts from its arrival by the rule of its channel, and typing it late never moves the day', async () => {
    const days = async (...args: Parameters<typeof arrived>) => {
      const { state, receivedOn, dueOn } = await entered(arrived(...args))
      return { state, receivedOn, dueOn }
    }
    const counted = { state: 'running', receivedOn: '2026-05-20', dueOn: '2026-06-17' }
    expect(await days('counter', '2026-05-20')).toEqual(counted)
    expect(await days('registered-post', '2026-05-20')).toEqual(counted)
    expect(await days('fax', '2026-05-18', '2026-05-20')).toEqual(counted)
    const unreached = { state: 'unconfirmed', receivedOn: undefined, dueOn: undefined }
    expect(await days('ordinary-post', '2026-05-20')).toEqual(unreached)
    expect(await days('fax', '2026-05-20')).toEqual(unreached)
  })

  test('keeps who asks out of everything but the seal', async () => {
    const email = 'wang@example.org'
    const saved = await entered({ applicant: applicantOf({ name: '欧阳小明', email }) })
    expect(saved).toMatchObject({ isSealed: true, isMailed: true })
    expect(JSON.stringify(saved)).not.toMatch(/小明|E12345678|13900001111|wang@/)
  })

  test('keeps a proof under seal and under a name that says nothing', async () => {
    const files = [{ name: '王小明护照.txt', bytes: Buffer.from('passport') }]
    const { id } = must(await register({ files }))
    const [file] = await listCaseFiles(given.site.database.read, id)
    expect(file).toMatchObject({ role: 'proof', name: 'proof.txt', isSealed: true, sizeBytes: 8 })
  })

  test('takes the next number of the year in which it arrived, without a gap, however many are typed at once', async () => {
    const before = await entered({ unit: 'safety', ...arrived('counter', '2025-12-30') })
    expect(before.number).toBe('safety-2025-0001')
    const many = await Promise.all(Array.from({ length: 8 }, async () => register(arrived('counter', '2025-12-31'))))
    const numbers = many.map((one) => must(one).number).sort()
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, at) => `safety-2025-000${at + 2}`))
    expect(await register({ ...arrived('counter', '2025-12-31'), applicant: applicantOf({ name: '' }) })).toEqual(refused('name-missing'))
    expect(must(await register(arrived('counter', '2025-12-31'))).number).toBe('safety-2025-0010')
  })

  test('sent twice at one moment is one case, and the second is told so', async () => {
    const twice = registrationOf()
    const outcomes = await Promise.all([register(twice), register(twice)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toEqual(refused('sent-before'))
  })

  test('that is refused leaves none of its files behind', async () => {
    const folder = join(given.site.config.dataDir, 'files')
    const count = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length
    const before = count()
    const proof = { name: 'card.txt', bytes: Buffer.from('a proof that nobody kept') }
    expect((await register(registrationOf({ files: [proof], applicant: applicantOf({ name: '' }) }))).ok).toBe(false)
    expect(count()).toBe(before)
  })

  test('typed twice with the same form is one; with another content it is refused', async () => {
    const formKey = randomUUID()
    must(await register({ formKey }))
    expect(await register({ formKey })).toEqual(refused('sent-before'))
    expect(await register({ formKey, ...arrived('counter', '2026-06-12') })).toEqual(refused('key-used'))
  })

  test('is refused with everything that is missing at once', async () => {
    const empty = registrationOf()
    const refusals = await register({
      ...{ unit: 'nowhere', wish: { ...empty.wish, wanted: '' }, applicant: applicantOf({ name: '', phone: '' }) },
      ...{ arrival: { channel: 'pigeon' as ReceiptChannel, arrivedOn: undefined }, files: [{ name: 'a.exe', bytes: Buffer.from('MZ') }] },
    })
    expect(refusals).toEqual(
      refused(
        ...(['unit-missing', 'channel-missing', 'arrived-missing', 'wanted-missing', 'name-missing', 'contact-missing'] as const),
        'file-kind-not-allowed',
      ),
    )
  })

  test('never arrives tomorrow, before the law, or by the portal; nobody confirms before it came', async () => {
    expect(await register(arrived('counter', '2026-06-16'))).toEqual(refused('arrived-ahead'))
    expect(await register(arrived('counter', '2008-04-30'))).toEqual(refused('arrived-before-law'))
    expect(await register(arrived('online', '2026-06-15'))).toEqual(refused('channel-missing'))
    expect(await register(arrived('fax', '2026-06-10', '2026-06-09'))).toEqual(refused('confirmed-before-arrival'))
    expect(await register(arrived('fax', '2026-06-10', '2026-06-16'))).toEqual(refused('confirmed-ahead'))
  })

  test('is entered only in the register of one’s own unit, and only where the unit takes applications', async () => {
    await expect(register({ unit: 'water' })).rejects.toThrow(NotAllowed)
    const { site, safety } = given
    const section = await givenUnit(site, { code: 'section', kind: 'section' }, safety)
    expect(await register({ unit: 'section' })).toEqual(refused('unit-missing'))
    await openCounter(site, section.id)
    expect(must(await register({ unit: 'section' })).number).toBe('section-2026-0001')
  })
})
