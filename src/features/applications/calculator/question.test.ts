import { expect, test } from 'vitest'
import { caseClock, editionOn } from '../../../kernel/case/index.ts'
import { asDay } from '../../../kernel/day.ts'
import { loadPack } from '../../../platform/pack.ts'
import { eventsOf, questionFrom, wrongDays } from './question.ts'

const pack = loadPack()

const dueOf = (query: Record<string, string>): string | undefined => {
  const events = eventsOf(questionFrom(query))
  const edition = editionOn(pack.editions, asDay(query['arrived'] ?? ''))
  return edition && caseClock(edition, events, pack.calendar, pack.choices).dueOn
}

test('the calculator gives the day of the worked cases', () => {
  expect(dueOf({ channel: 'counter', arrived: '2024-01-29' })).toBe('2024-02-29')
  expect(dueOf({ channel: 'counter', arrived: '2024-01-29', extended: '2024-02-20' })).toBe('2024-03-28')
  expect(
    dueOf({ channel: 'counter', arrived: '2024-03-01', asked: '2024-03-12', answerBy: '2024-04-02', supplemented: '2024-03-20' }),
  ).toBe('2024-04-18')
  expect(dueOf({ channel: 'counter', arrived: '2025-06-03', sent: '2025-06-06', answered: '2025-06-24' })).toBe('2025-07-17')
  expect(dueOf({ channel: 'counter', arrived: '2025-06-03', sent: '2025-06-06', delivered: '2025-06-09' })).toBe('2025-07-23')
})

test('an address that says too little asks nothing, and a strange one is told which day is none', () => {
  expect(eventsOf(questionFrom({}))).toEqual([])
  expect(eventsOf(questionFrom({ channel: 'pigeon', arrived: '2026-01-05' }))).toEqual([])
  expect(wrongDays(questionFrom({ channel: 'counter', arrived: '2026-02-30', sent: 'soon' }))).toEqual(['arrived', 'sent'])
})
