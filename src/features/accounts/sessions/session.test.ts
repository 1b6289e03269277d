import { expect, test } from 'vitest'
import { security } from '../load-security.ts'
import { endOf, isFresh, type Session } from './session.ts'

const started = new Date('2026-06-15T00:00:00Z')
const at = (minutes: number): Date => new Date(started.getTime() + minutes * 60_000)
const session = (rest: Partial<Session> = {}): Session => ({
  id: 1,
  personId: 1,
  formToken: 't',
  startedAt: started,
  seenAt: started,
  freshAt: started,
  agent: '',
  ...rest,
})

test('a session ends after half an hour without use', () => {
  expect(endOf(session(), at(29.9), security.session)).toBeUndefined()
  expect(endOf(session(), at(30), security.session)).toBe('idle')
  expect(endOf(session({ seenAt: at(20) }), at(49), security.session)).toBeUndefined()
})

test('a session ends after twelve hours, however busy it is', () => {
  expect(endOf(session({ seenAt: at(719) }), at(719.9), security.session)).toBeUndefined()
  expect(endOf(session({ seenAt: at(719.9) }), at(720), security.session)).toBe('old')
})

test('a session that was ended stays ended', () => {
  expect(endOf(session({ endedAt: started, seenAt: at(1) }), at(1), security.session)).toBe('ended')
})

test('a password counts as just given for ten minutes', () => {
  expect(isFresh(session(), at(9.9), security.session)).toBe(true)
  expect(isFresh(session(), at(10), security.session)).toBe(false)
})
