import { describe, expect, test } from 'vitest'
import { loadPack } from '../../platform/pack.ts'
import { loadWords } from '../../platform/i18n/words.ts'
import type { Site } from '../../platform/site.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import { caseClockForm } from './api-forms-case.ts'
import { clockQuery } from './api-forms-clock.ts'
import { runClock } from './run-clock.ts'

const pack = loadPack()
const site = { pack, calendar: pack.calendar } as Site
const words = loadWords()

const run = async (query: Record<string, string>) => (await runClock(site, clockQuery.parse(query), query, words.en)).json
const runEvents = async (events: unknown, more: Record<string, string> = {}) =>
  caseClockForm.parse(await run({ events: typeof events === 'string' ? events : JSON.stringify(events), ...more }))
const problemOf = async (events: unknown, more: Record<string, string> = {}) => {
  const thrown = await runEvents(events, more).catch((error: unknown) => error)
  if (!(thrown instanceof Problem)) throw new Error('no problem')
  return { kind: thrown.kind, errors: thrown.told.errors?.map(({ field, code }) => [field, code]), first: thrown.told.errors?.[0]?.message }
}

const received = { kind: 'received', channel: 'counter', arrivedOn: '2025-09-28' }

describe('the clock that programs ask', () => {
  test('counts a term, or runs a whole case from its events, day by day', async () => {
    expect(await run({ days: '20', start: '2025-09-28' })).toMatchObject({ due: '2025-10-31', provisional: false })
    const clock = await runEvents([received])
    expect(clock).toMatchObject({ state: 'running', receivedOn: '2025-09-28', receivedBy: 'handed-over', dueOn: '2025-10-31' })
    expect(clock.days.filter((day) => day.counted).length).toBe(clock.termDays)
  })

  test('moves with every event, whatever their order', async () => {
    const sent = { kind: 'consultation-sent', consultation: 'a', with: 'third-party', on: '2025-10-09' }
    const answered = { kind: 'consultation-answered', consultation: 'a', on: '2025-10-16' }
    const clock = await runEvents([received, sent, answered])
    expect(await runEvents([answered, sent, received])).toEqual(clock)
    expect(clock.pauses).toMatchObject([{ after: '2025-10-09', until: '2025-10-16', isOpen: false, consultations: ['a'] }])
    expect(clock.dueOn).toBe('2025-11-10')
  })

  test('follows the edition of the day of receipt, or the one that is named', async () => {
    const old = { ...received, arrivedOn: '2018-03-01' }
    const [first, last] = [pack.editions.at(0)?.id ?? '', pack.editions.at(-1)?.id ?? '']
    expect((await runEvents([old])).edition).not.toBe((await runEvents([received])).edition)
    for (const edition of [first, last]) expect((await runEvents([received], { edition })).edition).toBe(edition)
    expect(await problemOf([received], { edition: 'nobody-made-it' })).toMatchObject({ errors: [['edition', 'edition-unknown']] })
    expect(await problemOf([{ ...received, arrivedOn: '1999-03-01' }])).toMatchObject({ errors: [['edition', 'edition-unknown']] })
  })

  test('names every contradiction', async () => {
    expect(await problemOf([])).toMatchObject({ kind: 'form-wrong', errors: [['events', 'never-received']] })
    const told = await problemOf([received, { kind: 'replied', on: '2025-09-01' }, { kind: 'supplemented', on: '2025-10-10' }])
    expect(told.kind).toBe('form-wrong')
    expect(told.errors).toEqual(
      expect.arrayContaining([
        ['events', 'reply-before-receipt'],
        ['events', 'supplement-without-notice'],
      ]),
    )
    expect(told.first).not.toMatch(/^applications\./)
  })

  test('tells what is no list of events, and which field of which event is wrong', async () => {
    for (const text of ['', '{', 'null', '{}', '"x"', '[1]']) expect(await problemOf(text), text).toMatchObject({ kind: 'parameter-wrong' })
    expect((await problemOf([{ ...received, arrivedOn: '2025-02-30' }])).errors?.[0]?.[0]).toBe('events.0.arrivedOn')
    expect((await problemOf([received, { kind: 'replied', at: '2025-10-10' }])).errors?.[0]?.[0]).toMatch(/^events\.1/)
    expect((await problemOf([{ ...received, kind: 'arrived' }])).errors?.[0]?.[0]).toBe('events.0.kind')
    expect((await problemOf(Array.from({ length: 501 }, () => 1))).kind).toBe('parameter-wrong')
  })

  test('asks for a term where there are no events', () => {
    expect(clockQuery.safeParse({}).error?.issues.map((issue) => issue.path.join())).toEqual(['days', 'start'])
    expect(clockQuery.safeParse({ days: '20' }).error?.issues.map((issue) => issue.path.join())).toEqual(['start'])
  })
})
