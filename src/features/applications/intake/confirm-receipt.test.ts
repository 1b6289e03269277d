import { beforeAll, expect, test } from 'vitest'
import { anew, answer } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/outcome.ts'
import { readCase } from '../cases/read-case.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { changeReceipt, confirmReceipt } from './confirm-receipt.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const letter = (on = '2026-06-01') => given.enter(given.safety, on, { channel: 'ordinary-post' })
const confirm = (ref: string, on: string | undefined, how = '电话') =>
  confirmReceipt(given.site, given.cast.writer, anew(ref), { on: on === undefined ? undefined : asDay(on), how })
const correct = (ref: string, arrivedOn: string | undefined, confirmedOn?: string, reason = '登记错误') =>
  changeReceipt(given.site, given.cast.head, anew(ref), {
    ...{ arrivedOn: arrivedOn === undefined ? undefined : asDay(arrivedOn), reason },
    ...(confirmedOn && { confirmedOn: asDay(confirmedOn) }),
  })

describeWithDatabase('a confirmation', () => {
  test('starts the clock of an ordinary letter on the day on which the applicant was reached', async () => {
    const { ref } = await letter()
    const saved = must(await confirm(ref, '2026-06-03'))
    expect(saved).toMatchObject({ state: 'running', arrivedOn: '2026-06-01', confirmedOn: '2026-06-03', receivedOn: '2026-06-03' })
    expect(saved.dueOn).toBe('2026-07-02')
  })

  test('is refused with every reason, before the arrival, tomorrow, and where nothing waits for it', async () => {
    const { ref } = await letter()
    expect(await confirm(ref, undefined, '')).toEqual(refused('day-missing', 'how-missing'))
    expect(await confirm(ref, '2026-05-31')).toEqual(refused('confirmed-before-arrival'))
    expect(await confirm(ref, '2026-06-16')).toEqual(refused('after-today'))
    must(await confirm(ref, '2026-06-03'))
    expect(await confirm(ref, '2026-06-04')).toEqual(refused('not-waiting'))
  })
})

describeWithDatabase('a corrected receipt', () => {
  test('counts every day anew, and what lists keep agrees with what the events say', async () => {
    const { ref } = await letter()
    must(await confirm(ref, '2026-06-03'))
    expect(must(await correct(ref, '2026-06-02', '2026-06-05'))).toMatchObject({ receivedOn: '2026-06-05', dueOn: '2026-07-06' })
    const unreached = must(await correct(ref, '2026-06-02'))
    expect(unreached).toMatchObject({ state: 'unconfirmed', arrivedOn: '2026-06-02' })
    expect(unreached).toMatchObject({ confirmedOn: undefined, receivedOn: undefined, dueOn: undefined })
    expect(must(await confirm(ref, '2026-06-08'))).toMatchObject({ state: 'running', receivedOn: '2026-06-08', confirmedOn: '2026-06-08' })
  })

  test('moves a case into the edition of its day', async () => {
    const { ref } = await given.enter(given.safety, '2019-05-15')
    expect(must(await correct(ref, '2019-05-14'))).toMatchObject({ edition: '2007', dueOn: '2019-06-04' })
  })

  test('needs a day and a reason, lies not ahead, and is too late once the case has ended', async () => {
    const { ref } = await letter()
    expect(await correct(ref, undefined, undefined, '')).toEqual(refused('day-missing', 'reason-missing'))
    expect(await correct(ref, '2026-06-01', '2026-06-16')).toEqual(refused('after-today'))
    expect(await correct(ref, '2026-06-04', '2026-06-03')).toEqual(refused('confirmed-before-arrival'))
    const ended = await given.enter(given.safety, '2026-06-01')
    await answer(given, ended.ref, '2026-06-10')
    expect(await correct(ended.ref, '2026-05-29')).toEqual(refused('already-ended'))
    expect((await readCase(given.site, given.site.database.read, ended.ref)).application.arrivedOn).toBe('2026-06-01')
  })
})
