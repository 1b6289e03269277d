import { describe, expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { inOrder, splitByUrgency, type WaitingThing } from './work.ts'

const thing = (title: string, more: Partial<WaitingThing> = {}): WaitingThing => ({ kind: 'task', title, unitId: 1, ...more })

describe('the work of a person', () => {
  it('comes in the order of the day that decides for this hand, what has no day last', () => {
    const things = [
      thing('no day', { kind: 'draft' }),
      thing('later', { dueOn: asDay('2026-11-30') }),
      thing('soon', { dueOn: asDay('2026-12-20'), innerOn: asDay('2026-11-24'), kind: 'sign' }),
    ]
    expect(inOrder(things).map((one) => one.title)).toEqual(['soon', 'later', 'no day'])
  })

  it('is urgent when it is due within the horizon, waits for this hand, or came back', () => {
    const things = [
      thing('overdue', { dueOn: asDay('2026-10-01') }),
      thing('next month', { dueOn: asDay('2026-12-28') }),
      thing('to sign', { kind: 'sign', dueOn: asDay('2026-12-28') }),
      thing('came back', { kind: 'sent-back' }),
      thing('begun', { kind: 'draft' }),
    ]
    const { now, later } = splitByUrgency(things, asDay('2026-11-27'))
    expect(now.map((one) => one.title)).toEqual(['overdue', 'to sign', 'came back'])
    expect(later.map((one) => one.title)).toEqual(['next month', 'begun'])
  })
})
