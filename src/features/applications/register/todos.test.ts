import { expect, test } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { givenLetter } from '../../../../test/support/letters.ts'
import { must } from '../../../../test/support/given.ts'
import { givenCases } from '../given-cases.ts'
import { refuseMail } from '../mailroom/refuse-mail.ts'
import { readApplicationTodos } from './read-application-todos.ts'

describeWithDatabase('letters by mail that wait', () => {
  test('stand on the desk of those who handle applications of the unit, as one thing with their number', async () => {
    const { site, safety, water, cast } = await givenCases('2026-06-15')
    const clerkOf = (path: string) => ({
      personId: cast.writer.personId,
      posts: [{ role: 'information-officer' as const, unitPath: path }],
    })
    const mails = async (path: string) =>
      (await readApplicationTodos(site, clerkOf(path))).filter(({ kind }) => kind === 'application-mail')
    expect(await mails(safety.path)).toEqual([])
    await givenLetter(site, safety.id)
    const gone = await givenLetter(site, safety.id, { subject: '促销' })
    await givenLetter(site, safety.id, { subject: '自动回复', headers: { 'Auto-Submitted': 'auto-replied' } })
    expect(await mails(safety.path)).toMatchObject([{ count: 2, dueOn: '2026-06-15', path: '/desk/applications/mail' }])
    expect(await mails(water.path)).toEqual([])
    must(await refuseMail(site, cast.writer, gone, 'spam'))
    expect(await mails(safety.path)).toMatchObject([{ count: 1 }])
  })
})
