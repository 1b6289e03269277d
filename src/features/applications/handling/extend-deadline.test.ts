import { beforeAll, expect, test } from 'vitest'
import { anew } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/outcome.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { extendDeadline } from './extend-deadline.ts'
import { askReasons, setDate, takeReasons } from './set-date.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-17')
})

const extend = (ref: string, decidedOn: string, toldOn = decidedOn, reason = '需要检索的档案较多') =>
  extendDeadline(given.site, given.cast.head, anew(ref), { reason, decidedOn: asDay(decidedOn), toldOn: asDay(toldOn) })

describeWithDatabase('an extension', () => {
  test('adds twenty working days to a case that came on 20 May 2026, decided and told on its very last day', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    expect(must(await extend(ref, '2026-06-17'))).toMatchObject({ baseDueOn: '2026-06-17', dueOn: '2026-07-16' })
  })

  test('comes once', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    must(await extend(ref, '2026-06-10'))
    expect(await extend(ref, '2026-06-11')).toEqual(refused('second-extension'))
  })

  test('is too late after the due day, whether decided or only told then', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-19')
    expect(await extend(ref, '2026-06-17')).toEqual(refused('too-late'))
    expect(await extend(ref, '2026-06-16', '2026-06-17')).toEqual(refused('too-late'))
  })

  test('needs a reason, and is told when it is decided and never tomorrow', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-25')
    expect(await extend(ref, '2026-06-12', '2026-06-11', '')).toEqual(refused('reason-missing'))
    expect(await extend(ref, '2026-06-12', '2026-06-11')).toEqual(refused('told-before-decided'))
    expect(await extend(ref, '2026-06-12', '2026-06-18')).toEqual(refused('after-today'))
    expect(await extend(ref, '2026-06-18')).toEqual(refused('after-today'))
  })
})

describeWithDatabase('very many requests by the same applicant', () => {
  const date = (ref: string, dueOn: string) =>
    setDate(given.site, given.cast.head, anew(ref), { dueOn: asDay(dueOn), reason: '申请数量较多' })

  test('are asked for reasons while the count runs on, and get a later day when the reasons are sound', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    const { site, cast } = given
    expect(await date(ref, '2026-09-30')).toEqual(refused('not-reasoned'))
    expect(await takeReasons(site, 'applicant', anew(ref), '研究需要')).toEqual(refused('not-asked'))
    await given.onDay('2026-05-25', async () => must(await askReasons(site, cast.writer, anew(ref), '请说明理由')))
    expect(await askReasons(site, cast.writer, anew(ref), '请说明理由')).toEqual(refused('asked-before'))
    await given.onDay('2026-05-27', async () => {
      expect(must(await takeReasons(site, 'applicant', anew(ref), '研究需要'))).toMatchObject({ dueOn: '2026-06-17' })
    })
    expect(await date(ref, '2026-06-17')).toEqual(refused('date-not-later'))
    expect(must(await date(ref, '2026-09-30'))).toMatchObject({ state: 'running', dueOn: '2026-09-30' })
  })
})
