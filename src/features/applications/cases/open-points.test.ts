import { expect, test } from 'vitest'
import { editionOn } from '../../../kernel/case/index.ts'
import { asDay } from '../../../kernel/day.ts'
import { loadPack } from '../../../platform/pack.ts'
import type { StoredEvent } from './application.ts'
import { openPointsOf } from './open-points.ts'

const pack = loadPack()
const event = (kind: StoredEvent['kind'], fields: Record<string, string> = {}, id = 1): StoredEvent => ({
  ...{ id, kind, on: asDay('2026-03-02'), fields, words: '', at: new Date(0) },
})

function pointsIn(events: StoredEvent[], { day = '2026-03-02', breaches = [] as string[] } = {}) {
  const edition = editionOn(pack.editions, asDay(day))
  if (edition === undefined) throw new Error('no edition')
  return openPointsOf({ edition, events, clock: { breaches } as unknown as Parameters<typeof openPointsOf>[0]['clock'] })
}

test('a point that the law leaves open is told where it has a say, and nowhere else', () => {
  expect(pointsIn([event('received')])).toEqual([])
  expect(pointsIn([event('consultation-sent', { with: 'third-party' })])).toEqual(['pauseBegins'])
  expect(pointsIn([event('reasons-asked')])).toEqual(['askingReasonsPauses'])
  expect(pointsIn([], { breaches: ['clarification-late'] })).toEqual(['lateClarificationRestarts'])
})

test('what was struck, or does not stop the clock of its edition, has no say', () => {
  const sent = event('consultation-sent', { with: 'co-agency' }, 4)
  expect(pointsIn([sent, event('struck', { event: '4' }, 5)])).toEqual([])
  expect(pointsIn([sent], { day: '2018-03-01' })).toEqual([])
})
