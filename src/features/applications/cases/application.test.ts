import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { clockEvents, storedForm, type NewEvent, type StoredEvent } from './application.ts'

const stored = (...events: NewEvent[]): StoredEvent[] =>
  events.map((event, at) => ({ words: '', ...event, id: at + 1, at: new Date('2026-06-15T02:00:00Z') }))
const letter = storedForm({ kind: 'received', channel: 'ordinary-post', arrivedOn: asDay('2026-06-01') })
const confirmed = (on: string): NewEvent => ({ kind: 'confirmed', on: asDay(on), fields: {} })
const changed = (fields: Record<string, string>): NewEvent => ({ kind: 'receipt-changed', on: asDay('2026-06-15'), fields })
const receipt = (...events: NewEvent[]) => clockEvents(stored(letter, ...events))[0]

describe('the events of a clock', () => {
  test('come back out of their stored form as they went in', () => {
    const events = [
      { kind: 'received', channel: 'online', arrivedOn: asDay('2026-06-01'), confirmedOn: asDay('2026-06-01') },
      { kind: 'clarification-asked', on: asDay('2026-06-02'), answerBy: asDay('2026-06-30') },
      { kind: 'extended', decidedOn: asDay('2026-06-03'), toldOn: asDay('2026-06-04') },
      { kind: 'date-set', toldOn: asDay('2026-06-05'), dueOn: asDay('2026-09-01') },
    ] as const
    expect(clockEvents(stored(...events.map((event) => storedForm(event))))).toEqual(events)
  })

  test('leave out what is no matter of the clock, and what was struck', () => {
    const asked = storedForm({ kind: 'clarification-asked', on: asDay('2026-06-02'), answerBy: asDay('2026-06-30') })
    const note: NewEvent = { kind: 'noted', on: asDay('2026-06-03'), fields: {} }
    const strike: NewEvent = { kind: 'struck', on: asDay('2026-06-04'), fields: { event: '2' } }
    expect(clockEvents(stored(letter, asked, note)).map(({ kind }) => kind)).toEqual(['received', 'clarification-asked'])
    expect(clockEvents(stored(letter, asked, strike)).map(({ kind }) => kind)).toEqual(['received'])
  })

  test('make a confirmation part of the receipt', () => {
    expect(receipt(confirmed('2026-06-09'))).toEqual({ ...receipt(), confirmedOn: '2026-06-09' })
  })

  test('let a correction of the receipt take the place of everything before it, its confirmation too', () => {
    const corrected = { arrivedOn: '2026-06-02' }
    expect(receipt(changed(corrected))).toMatchObject(corrected)
    expect(receipt(confirmed('2026-06-09'), changed({ ...corrected, confirmedOn: '2026-06-08' }))).toMatchObject({
      ...corrected,
      confirmedOn: '2026-06-08',
    })
    expect(receipt(confirmed('2026-06-09'), changed(corrected))).not.toHaveProperty('confirmedOn')
    expect(receipt(confirmed('2026-06-09'), changed(corrected), confirmed('2026-06-11'))).toMatchObject({
      ...corrected,
      confirmedOn: '2026-06-11',
    })
  })
})
