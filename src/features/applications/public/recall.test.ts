import { describe, expect, test } from 'vitest'
import type { StoredEvent } from '../cases/application.ts'
import { openQuestion, partiesOf, toldHistory } from './progress.ts'
import { readPass, writePass } from './pass.ts'
import { missingInRating } from './rating.ts'
import { missingForRecall } from './recall.ts'

const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`)
const event = (kind: string, more: Partial<StoredEvent> = {}) =>
  ({ id: 1, kind, on: '2026-03-02', fields: {}, words: '', at: at('09:00'), ...more }) as StoredEvent

describe('an application can be taken back', () => {
  const sent = { typedAt: at('09:00') }
  const received = [event('received')]

  test('up to thirty minutes after it was sent, and not a minute longer', () => {
    expect(missingForRecall(sent, received, at('09:30'), 30)).toEqual([])
    expect(missingForRecall(sent, received, at('09:31'), 30)).toEqual(['too-late'])
  })

  test('not once somebody has begun, not after its end, and not where it came on paper', () => {
    expect(missingForRecall({ ...sent, handlerId: 3 }, received, at('09:01'), 30)).toEqual(['begun'])
    expect(missingForRecall(sent, [...received, event('noted')], at('09:01'), 30)).toEqual(['begun'])
    expect(missingForRecall({ ...sent, endedOn: '2026-03-02' as never }, received, at('09:01'), 30)).toEqual(['ended'])
    expect(missingForRecall({ ...sent, typedBy: 7 }, received, at('09:01'), 30)).toEqual(['not-online'])
  })
})

describe('the history for whoever asked', () => {
  test('tells the steps of the law in the order of the days, without notes of the unit, and without what was struck', () => {
    const events = [
      event('received'),
      event('noted', { words: '领导关注' }),
      event('extended', { id: 4, on: '2026-03-20' as never, words: '情况复杂' }),
      event('instructed', { words: '尽快' }),
      event('clarification-asked', { id: 5, on: '2026-03-04' as never, words: '请说明年份' }),
      event('struck', { fields: { event: '4' } }),
    ]
    expect(toldHistory(events).map(({ kind, words }) => `${kind} ${words}`.trim())).toEqual(['received', 'clarification-asked 请说明年份'])
  })

  test('names the kind of whoever was consulted and nothing else of them', () => {
    const sent = event('consultation-sent', { fields: { consultation: '9', with: 'co-agency' }, words: '王某某的补偿协议' })
    expect(toldHistory([sent])).toEqual([{ id: 1, kind: 'consultation-sent', on: '2026-03-02', words: '', party: 'co-agency' }])
    expect(partiesOf([sent]).get('9')).toBe('co-agency')
  })

  test('knows which question of the unit is still open', () => {
    const asked = event('reasons-asked', { words: '请说明理由' })
    expect(openQuestion([asked])).toBe('请说明理由')
    expect(openQuestion([asked, event('reasons-given')])).toBeUndefined()
    expect(openQuestion([])).toBeUndefined()
  })
})

test('a rating is taken once, after the end, and with a grade', () => {
  expect(missingInRating({ grade: 'not', words: '' }, { isEnded: true, isRated: false })).toEqual([])
  expect(missingInRating({ grade: 'best' as never, words: 'x'.repeat(1001) }, { isEnded: false, isRated: true })).toEqual([
    ...(['grade-missing', 'words-too-long', 'not-ended', 'rated-before'] as const),
  ])
})

test('a pass that was written is read again, and nothing else is one', () => {
  const pass = { ref: '00000000-0000-4000-8000-000000000001', until: at('10:00') }
  const mark = 'a'.repeat(64)
  expect(readPass(`${writePass(pass)}.${mark}`)).toEqual({ pass, mark })
  for (const text of ['', 'x', writePass(pass), `${writePass(pass)}.${mark}x`, `${pass.ref}.1e3.${mark}`])
    expect(readPass(text)).toBeUndefined()
})
