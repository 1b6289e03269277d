import { describe, expect, it } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { loadPack } from '../../../platform/pack.ts'
import { lettersOf, warningsOn, type PostHolder, type WatchedCase } from './warning.ts'

const { calendar } = loadPack()
const warnDays = { handler: 5, head: 2, office: 0 }
const holders: PostHolder[] = [
  { personId: 1, role: 'information-officer', unitPath: '/1/2/' },
  { personId: 2, role: 'reviewer', unitPath: '/1/2/' },
  { personId: 3, role: 'signer', unitPath: '/1/' },
  { personId: 4, role: 'reviewer', unitPath: '/1/' },
  { personId: 5, role: 'office', unitPath: '/1/' },
  { personId: 6, role: 'information-officer', unitPath: '/1/3/' },
]
// Due on Friday 26 June 2026: the Dragon Boat holiday lies from Friday 19 to Sunday 21 June.
const watched: WatchedCase = { id: 7, unitPath: '/1/2/', handlerId: 9, dueOn: asDay('2026-06-26') }
const on = (day: string, one: WatchedCase = watched) =>
  warningsOn(asDay(day), one, holders, warnDays, calendar).map(({ kind, personId }) => `${kind} ${personId}`)

describe('warnings before a day', () => {
  it('go to the handler five working days before it, and not a day earlier', () => {
    expect(on('2026-06-17')).toEqual([])
    expect(on('2026-06-18')).toEqual(['due-handler 9'])
  })

  it('climb to the heads of the unit two working days before it: reviewer of its own, signer of the one above', () => {
    expect(on('2026-06-24')).toEqual(['due-handler 9', 'due-head 2', 'due-head 3'])
  })

  it('reach the office on the day itself, and stay due after it where nobody was told', () => {
    const all = ['due-handler 9', 'due-head 2', 'due-head 3', 'due-office 5']
    expect(on('2026-06-26')).toEqual(all)
    expect(on('2026-06-29')).toEqual(all)
  })

  it('go to those who may take a case that nobody handles', () => {
    expect(on('2026-06-18', { ...watched, handlerId: undefined })).toEqual(['due-handler 1'])
  })

  it('come before the inner day as before the legal one, each by its own count', () => {
    expect(on('2026-06-18', { ...watched, innerDueOn: asDay('2026-06-23') })).toEqual([
      ...['inner-handler 9', 'inner-head 2', 'inner-head 3'],
      'due-handler 9',
    ])
  })

  it('are none for a case that waits and has no day', () => {
    expect(on('2026-06-18', { ...watched, dueOn: undefined })).toEqual([])
  })
})

it('each person gets one letter, however many cases it is about', () => {
  const warnings = ['2026-06-26', '2026-06-25'].flatMap((due, id) =>
    warningsOn(asDay('2026-06-24'), { ...watched, id, dueOn: asDay(due) }, holders, warnDays, calendar),
  )
  expect(lettersOf(warnings).map((letter) => [letter.personId, letter.warnings.length])).toEqual([
    [9, 2],
    [2, 2],
    [3, 2],
  ])
})
