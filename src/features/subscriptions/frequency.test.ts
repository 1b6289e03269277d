import { describe, expect, test } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { digestDay, mostUrgent } from './frequency.ts'

const rules = { digestHour: 8, weeklyOn: 1 }
const at = (day: string, hour: number) => ({ today: asDay(day), hour })

describe('a digest', () => {
  test('of each day is due from eight in the morning', () => {
    expect(digestDay('daily', at('2026-06-15', 8), rules)).toBe('2026-06-15')
    expect(digestDay('daily', at('2026-06-15', 7), rules)).toBe('2026-06-14')
  })

  test('of the week is due on Monday morning, and stays due when Monday was missed', () => {
    expect(digestDay('weekly', at('2026-06-15', 8), rules)).toBe('2026-06-15') // a Monday
    expect(digestDay('weekly', at('2026-06-15', 7), rules)).toBe('2026-06-08')
    expect(digestDay('weekly', at('2026-06-18', 23), rules)).toBe('2026-06-15')
    expect(digestDay('weekly', at('2026-06-21', 12), rules)).toBe('2026-06-15')
  })
})

test('whoever asked in several ways is told in the most urgent one', () => {
  expect(mostUrgent(['weekly', 'at-once', 'daily'])).toBe('at-once')
  expect(mostUrgent(['weekly', 'daily'])).toBe('daily')
})
