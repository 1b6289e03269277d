import { describe, expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { loadPack } from '../../platform/pack.ts'
import { dueIn, pledgeOf, sumOf, worstOf } from './pledge.ts'

const { calendar } = loadPack()

describe('a pledge', () => {
  const task = { formedOn: asDay('2025-09-28'), dueOn: asDay('2025-10-31'), isProvisional: false }

  it('explains the due day with the days of its clock', () => {
    const pledge = pledgeOf(task, asDay('2025-10-31'), { days: 20, count: 'working' }, calendar)
    expect(pledge.workingDaysLate).toBe(0)
    expect(pledge.days.at(-1)).toEqual({ on: '2025-10-31', counted: true, why: 'working' })
    expect(pledge.days.filter((day) => day.counted)).toHaveLength(20)
  })

  it('counts working days when it was late', () => {
    expect(pledgeOf(task, asDay('2025-11-03'), undefined, calendar)).toMatchObject({ workingDaysLate: 1, days: [] })
  })

  it('shows no days when they do not lead to the due day', () => {
    expect(pledgeOf(task, asDay('2025-10-20'), { days: 19, count: 'working' }, calendar).days).toEqual([])
  })
})

describe('a tally', () => {
  it('adds up to what was due', () => {
    expect(
      dueIn(
        sumOf([
          { onTime: 3, late: 1, empty: 0 },
          { onTime: 2, late: 0, empty: 4 },
        ]),
      ),
    ).toBe(10)
  })

  it('shows the worst of a month', () => {
    expect(worstOf({ onTime: 9, late: 2, empty: 1 })).toEqual({ state: 'empty', count: 1 })
    expect(worstOf({ onTime: 9, late: 2, empty: 0 })).toEqual({ state: 'late', count: 2 })
    expect(worstOf({ onTime: 9, late: 0, empty: 0 })).toEqual({ state: 'on-time', count: 9 })
    expect(worstOf({ onTime: 0, late: 0, empty: 0 })).toEqual({ state: 'nothing-due', count: 0 })
  })
})
