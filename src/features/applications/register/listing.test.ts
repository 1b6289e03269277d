import { describe, expect, it } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { filtersSet, isNumberLike, listingFrom, queryOf, readKey, weekEnd, writeKey } from './listing.ts'

describe('what an address asks of the register', () => {
  it('is read back as it was written', () => {
    const listing = listingFrom({ view: 'ended', unit: 'safety', leaf: 'D4', year: '2026', timing: 'late', text: ' 安全 ' })
    expect(listing).toMatchObject({ view: 'ended', unit: 'safety', leaf: 'D4', year: '2026', timing: 'late', text: '安全' })
    expect(listingFrom(Object.fromEntries(new URLSearchParams(queryOf(listing))))).toEqual(listing)
    expect(filtersSet(listing)).toBe(5)
  })

  it('is only what means something: the rest is left out', () => {
    const nonsense = "' or 1=1"
    const asked = listingFrom({ view: nonsense, channel: nonsense, kind: nonsense, leaf: nonsense, year: '99999', ended: 'x', timing: 'x' })
    expect(asked).toEqual(listingFrom({}))
    expect(queryOf(asked)).toBe('view=open')
    expect(listingFrom({ text: 'a'.repeat(5000) }).text.length).toBe(100)
  })

  it('never carries an identity number: there is no such filter', () => {
    expect(queryOf(listingFrom({ identity: '110101199003070011' }))).toBe('view=open')
  })
})

describe('the place where a list goes on', () => {
  it.each([
    { order: 'due', dueOn: '2026-06-15', id: 7 },
    { order: 'due', dueOn: undefined, id: 7 },
    { order: 'number', year: 2026, serial: 12, id: 7 },
  ] as const)('is read back: %o', (key) => {
    expect(readKey(writeKey(key), key.order)).toEqual(key)
  })

  it('is nothing where it belongs to another order, or to none', () => {
    expect(readKey('2026.12.7', 'due')).toBeUndefined()
    expect(readKey('none.12', 'number')).toBeUndefined()
    expect(readKey("2026-06-15.1'--", 'due')).toBeUndefined()
  })
})

it('a week ends on its Sunday', () => {
  expect(weekEnd(asDay('2026-06-15'))).toBe('2026-06-21')
  expect(weekEnd(asDay('2026-06-21'))).toBe('2026-06-21')
})

it('a number is told from words', () => {
  expect(['safety-2026-0012', 'mc-2026', 'safety-2026-'].map(isNumberLike)).toEqual([true, true, true])
  expect(['2026', '应急预案', 'budget 2026-1', ''].map(isNumberLike)).toEqual([false, false, false, false])
})
