import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import { listMails } from '../../../platform/mail/index.ts'
import { addPerson, grantPost } from '../../accounts/index.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { readApplicationTodos } from '../register/read-application-todos.ts'
import { warnPeople } from './warn-people.ts'

let given: GivenCases
let handlerId: number

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-01')
  const { site, safety, city, enter, change } = given
  const person = async (login: string, role: 'information-officer' | 'reviewer' | 'office', unit: string) => {
    const email = `${login}@example.org`
    const added = must(await addPerson(site, 'system', { login, nameZh: login, nameEn: login, email, isDemo: true })).person
    must(await grantPost(site, 'system', added.id, { role, unit, sinceOn: site.today(), untilOn: '', reason: '' }))
    return added.id
  }
  handlerId = await person('handler', 'information-officer', safety.code)
  await person('head', 'reviewer', safety.code)
  await person('chief', 'office', city.code)
  // Due on Wednesday 17 June 2026 and Thursday 18 June 2026.
  for (const on of ['2026-05-20', '2026-05-21']) {
    const { ref } = await enter(safety, on, { wanted: '机密的愿望', applicant: { name: '张三丰' } })
    await change(ref, on, [], { handlerId })
  }
})

const mailsOf = async (login: string) => {
  const mails = await listMails(given.site.database.read)
  return mails.filter((mail) => mail.to.address === `${login}@example.org`).map((mail) => mail.text)
}

describeWithDatabase('warnings of deadlines', () => {
  test('climb day by day, each person once about each day of a case, in one letter a day', async () => {
    const { site } = given
    const sent: Record<string, number> = {}
    for (const day of ['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-15', '2026-06-16', '2026-06-17', '2026-06-18', '2026-06-22']) {
      site.day = day
      sent[day] = (await warnPeople(site)) + (await warnPeople(site))
    }
    expect(sent).toEqual({
      ...{ '2026-06-09': 0, '2026-06-10': 1, '2026-06-11': 1, '2026-06-15': 1, '2026-06-16': 1, '2026-06-17': 1, '2026-06-18': 1 },
      '2026-06-22': 0,
    })
    expect((await Promise.all(['handler', 'head', 'chief'].map(mailsOf))).map((mails) => mails.length)).toEqual([2, 2, 2])
  })

  test('carry numbers, days and addresses, never what is asked for or who asks', async () => {
    const [text = ''] = await mailsOf('handler')
    expect(text).toContain('safety-2026-0002')
    expect(text).toContain('2026-06-18')
    expect(text).toMatch(/http:\/\/127\.0\.0\.1:3000\/zh\/desk\/applications\/[0-9a-f-]{36}/)
    expect(text).not.toMatch(/机密的愿望|张/)
  })

  test('come anew when the day has moved', async () => {
    const { site, safety, enter, change } = given
    site.day = '2026-07-06'
    const { ref } = await enter(safety, '2026-06-05')
    await change(ref, '2026-06-05', [], { handlerId })
    expect(await warnPeople(site)).toBe(3)
    await change(ref, '2026-07-06', [{ kind: 'extended', decidedOn: asDay('2026-07-06'), toldOn: asDay('2026-07-06') }])
    site.day = '2026-07-07'
    expect(await warnPeople(site)).toBe(0)
    site.day = '2026-08-03'
    expect(await warnPeople(site)).toBe(3)
  })

  test('stand on the first page of the desk too, for whoever handles the unit’s cases and for nobody else', async () => {
    const { site, safety, water, enter } = given
    site.day = '2026-08-03'
    await enter(safety, '2026-08-03')
    await enter(safety, '2026-08-01', { channel: 'ordinary-post' })
    const officer = { personId: handlerId, posts: [{ role: 'information-officer' as const, unitPath: safety.path }] }
    const todos = await readApplicationTodos(site, officer)
    expect(todos.map((todo) => todo.kind)).toEqual(['application-letter', 'application', 'application', 'application', 'application-new'])
    const other = { personId: handlerId + 1, posts: [{ role: 'information-officer' as const, unitPath: water.path }] }
    expect(await readApplicationTodos(site, other)).toEqual([])
  })
})
