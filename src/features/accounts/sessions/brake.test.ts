import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { security } from '../load-security.ts'
import { afterFailure, type Brake, lanes, secondsToWait } from './brake.ts'

const start = new Date('2026-06-15T02:00:00Z')
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000)
const { account, address, device } = security.brakes

function failed(times: number): Brake | undefined {
  let brake: Brake | undefined
  for (let i = 0; i < times; i++) brake = afterFailure(brake, start, account)
  return brake
}

describe('a brake', () => {
  test('lets five failures pass, then makes the next try wait 1, 2, 4 … and at most 30 seconds', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 500].map((times) => secondsToWait(failed(times), start, account))
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30])
  })

  test('counts the wait down and forgets after a quarter of an hour', () => {
    const brake = failed(9)
    expect(secondsToWait(brake, after(3), account)).toBe(5)
    expect(secondsToWait(brake, after(8), account)).toBe(0)
    expect(afterFailure(brake, after(8), account).failures).toBe(10)
    expect(afterFailure(brake, after(15 * 60), account).failures).toBe(1)
  })

  test('lets two try at the same moment, also the one that began a little earlier', () => {
    const later = { failures: 1, failedAt: after(0.01) }
    expect(secondsToWait(later, start, account)).toBe(0)
    expect(secondsToWait({ failures: 0, failedAt: after(0.01) }, start, account)).toBe(0)
  })

  test('never makes anybody wait longer than its limit, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 200 }), fc.nat(2000), (pauses, last) => {
        let brake: Brake | undefined
        let at = 0
        for (const pause of pauses) brake = afterFailure(brake, after((at += pause)), account)
        const wait = secondsToWait(brake, after(at + last), account)
        return wait >= 0 && wait <= account.longestSeconds
      }),
    )
  })
})

describe('a hundred thousand guesses at one account within an hour, from a thousand addresses', () => {
  const shelf = new Map<string, Brake>()
  const rules = { account, address, device }
  const guess = (names: Parameters<typeof lanes>[0], at: Date): number => {
    const met = lanes(names)
    const wait = Math.max(...met.map(({ name, kind }) => secondsToWait(shelf.get(name), at, rules[kind])))
    if (wait === 0) for (const { name, kind } of met) shelf.set(name, afterFailure(shelf.get(name), at, rules[kind]))
    return wait
  }
  let hashed = 0
  let longestWait = 0
  const guesses = 100_000
  for (let i = 0; i < guesses; i++) {
    const at = after((i * 3600) / guesses)
    if (guess({ account: 'a', address: String(i % 1000) }, at) === 0) hashed++
    // Every minute the owner comes by on the usual machine.
    if (i % 1667 === 0) longestWait = Math.max(longestWait, guess({ account: 'a', address: '5', device: 'owner' }, at))
  }

  test('are refused before any password is computed in 99 of 100 cases', () => {
    expect(hashed).toBeGreaterThan(5)
    expect(hashed / guesses).toBeLessThanOrEqual(0.01)
  })

  test('never make the owner on a known device wait longer than 30 seconds, even one who mistypes every time', () => {
    expect(longestWait).toBeLessThanOrEqual(30)
    expect(secondsToWait(shelf.get('account:a'), after(3600), account)).toBeGreaterThan(0)
  })
})

test('a hundred thousand guesses of a query code within an hour by one caller: fewer than fifty are looked at', () => {
  const { track } = security.brakes
  let brake: Brake | undefined
  let looked = 0
  for (let guess = 0; guess < 100_000; guess++) {
    const at = after((guess * 3600) / 100_000)
    if (secondsToWait(brake, at, track) > 0) continue
    brake = afterFailure(brake, at, track)
    looked += 1
  }
  expect(looked).toBeGreaterThan(track.free)
  expect(looked).toBeLessThan(50)
})
