import { expect, test } from 'vitest'
import { isLateBy, momentAt } from './moment.ts'

test('a day and a time of the city’s clock are one instant', () => {
  expect(momentAt('2026-12-01', '09:30')?.toISOString()).toBe('2026-12-01T01:30:00.000Z')
  expect(momentAt('2026-12-01', '7：05')?.toISOString()).toBe('2026-11-30T23:05:00.000Z')
})

test('what is no day or no time is no instant', () => {
  expect([momentAt('2026-02-30', '09:30'), momentAt('2026-12-01', '24:00'), momentAt('2026-12-01', 'noon'), momentAt('', '')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a release is late when it comes more than the allowed minutes after its time', () => {
  const at = new Date('2026-12-01T01:30:00Z')
  expect(isLateBy(at, new Date('2026-12-01T01:35:00Z'), 5)).toBe(false)
  expect(isLateBy(at, new Date('2026-12-01T01:35:01Z'), 5)).toBe(true)
})
