import { describe, expect, it } from 'vitest'
import { loadPack } from '../../platform/pack.ts'
import { asDay } from '../day.ts'
import { caseClock, type CaseEvent } from './index.ts'

const { calendar, choices, editions } = loadPack()
const edition = editions[1]!
const D = asDay

describe('a case of 2025 with a third party', () => {
  it('is due later by the days in which the third party was asked', () => {
    const events: CaseEvent[] = [
      { kind: 'received', channel: 'counter', arrivedOn: D('2025-06-03') },
      { kind: 'consultation-sent', consultation: 'a', with: 'third-party', on: D('2025-06-06') },
      { kind: 'consultation-delivered', consultation: 'a', on: D('2025-06-09') },
    ]
    const clock = caseClock(edition, events, calendar, choices)
    expect(clock).toMatchObject({ dueOn: '2025-07-23', baseDueOn: '2025-07-23', dueBy: 'term', termDays: 20, state: 'running' })
    expect(clock.pauses).toEqual([{ after: '2025-06-06', until: '2025-06-30', consultations: ['a'], isOpen: true }])
    expect(clock.days.filter(({ counted }) => counted)).toHaveLength(20)
    const answered = caseClock(
      edition,
      [...events, { kind: 'consultation-answered', consultation: 'a', on: D('2025-06-24') }],
      calendar,
      choices,
    )
    expect(answered.dueOn).toBe('2025-07-17')
  })
})
