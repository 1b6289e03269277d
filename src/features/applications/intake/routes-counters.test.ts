import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenUnit, givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { NotAllowed } from '../../../kernel/faults.ts'
import { done, refused } from '../../../kernel/outcome.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { findCounter } from '../cases/queries-counters.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { loaders } from '../index.ts'
import { changeCounter } from './change-counter.ts'
import { counterRoutes } from './routes-counters.tsx'

let given: GivenCases
let desk: Desk
let office: Visitor
const path = '/en/desk/applications/counters'

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  desk = await openDesk(given.site, counterRoutes)
  office = givenVisitor(given.cast.office.personId, ['office', given.city])
})

describeWithDatabase('a counter', () => {
  test('is opened from today on, or gets another promise while its first day stays', async () => {
    const { site, city, cast, safety } = given
    const parks = await givenUnit(site, { code: 'parks' }, city)
    expect(await changeCounter(site, cast.office, { unit: 'parks', promise: '' })).toEqual(done(undefined))
    expect(await findCounter(site.database.read, parks.id)).toMatchObject({ sinceOn: '2026-06-15', promiseDays: undefined })
    expect(await changeCounter(site, cast.office, { unit: 'safety', promise: '15' })).toEqual(done(undefined))
    expect(await findCounter(site.database.read, safety.id)).toMatchObject({ sinceOn: '2019-05-15', promiseDays: 15 })
    expect((await given.enter(safety, '2026-06-15')).number).toBe('safety-2026-0001')
    expect((await verifyJournal(site.database.read, loaders)).findings).toEqual([])
  })

  test('promises a whole number of working days below the twenty of the statute, and is of a unit in reach', async () => {
    const { site, cast, water } = given
    const change = (promise: string, unit = 'safety') => changeCounter(site, cast.office, { unit, promise })
    for (const wrong of ['0', '-3', '1.5', 'ten', '1e1']) expect(await change(wrong), wrong).toEqual(refused('promise-wrong'))
    for (const long of ['20', '21', '999']) expect(await change(long), long).toEqual(refused('promise-not-shorter'))
    expect(await change('20', 'nowhere')).toEqual(refused('unit-missing', 'promise-not-shorter'))
    const elsewhere = { ...cast.office, posts: [{ role: 'office' as const, unitPath: water.path }] }
    await expect(changeCounter(site, elsewhere, { unit: 'safety', promise: '' })).rejects.toThrow(NotAllowed)
  })

  test('is seen and changed on one page, which says what is wrong beside the field and keeps what was typed', async () => {
    const shown = await desk.get(office, path)
    expect(shown.text).toContain('safety bureau')
    expect(shown.text).toContain('20 working days')
    const wrong = await desk.post(office, path, { unit: 'water', promise: '20' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('a promise must be shorter')
    expect(wrong.text).toMatch(/value="20"/)
    const saved = await desk.post(office, path, { unit: 'water', promise: '10' })
    expect([saved.status, saved.location]).toEqual([303, `${path}?said=saved`])
    expect((await desk.get(office, `${path}?said=saved`)).text).toContain('10 working days, its own promise')
  })
})
