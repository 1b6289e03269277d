import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { changeDueOn } from '../kind.ts'
import { channels, kindOf, rhythmOf } from '../load-kinds.ts'
import { carrierRefusals, isInUse, type CarrierDraft } from './carrier.ts'

const column: CarrierDraft = {
  ...{ unitId: 1, kind: 'public-column', nameZh: '柳溪村村务公开栏', nameEn: 'Village column', placeZh: '村委会门前', placeEn: '' },
  ...{ web: '', kindSaid: '', rhythm: 'quarterly', sinceOn: asDay('2026-01-05') },
}
const refusalsOf = (draft: Partial<CarrierDraft>) => carrierRefusals({ ...column, ...draft }, channels.kinds, channels.rhythms)

describe('a carrier', () => {
  test('with a name, a kind, a rhythm and a place is kept', () => expect(refusalsOf({})).toEqual([]))

  test('is refused with every reason', () => {
    const wrong = { nameEn: ' ', kind: 'carrier-pigeon', rhythm: 'sometimes', web: 'javascript:alert(1)', untilOn: asDay('2026-01-04') }
    expect(refusalsOf(wrong)).toEqual(['name-missing', 'kind-unknown', 'rhythm-unknown', 'web-wrong', 'ends-before-start'])
  })

  test('that people walk to needs a place, one that they open needs an address', () => {
    expect(refusalsOf({ placeZh: '' })).toEqual(['place-missing'])
    expect(refusalsOf({ kind: 'new-media', placeZh: '' })).toEqual(['web-missing'])
    expect(refusalsOf({ kind: 'new-media', placeZh: '', web: 'https://example.org/account' })).toEqual([])
  })

  test('of the free kind says what it is', () => {
    expect(refusalsOf({ kind: 'other' })).toEqual(['kind-unsaid'])
    expect(refusalsOf({ kind: 'other', kindSaid: '院坝会' })).toEqual([])
  })

  test('is in use from its first day to its last', () => {
    const carrier = { ...column, untilOn: asDay('2026-03-31') }
    const days = ['2026-01-04', '2026-01-05', '2026-03-31', '2026-04-01'].map(asDay)
    expect(days.map((day) => isInUse(carrier, day))).toEqual([false, true, true, false])
  })
})

describe('a rhythm', () => {
  test.each([
    ['weekly', '2026-11-20', '2026-11-27'],
    ['monthly', '2026-01-31', '2026-02-28'],
    ['quarterly', '2026-08-20', '2026-11-20'],
    ['as-needed', '2026-11-20', undefined],
  ])('%s from %s gives %s', (rhythm, from, due) => expect(changeDueOn(rhythmOf(rhythm), asDay(from))).toBe(due))
})

test('the pack knows every channel that the standard catalogue offers', () => {
  const served = new Set(channels.kinds.flatMap((kind) => kind.channels))
  const offered = ['portal', 'gazette', 'new-media', 'press', 'broadcast', 'newspaper', 'reading-point', 'service-hall']
  for (const channel of [...offered, 'convenience-station', 'on-site', 'notice-board', 'targeted', 'other'])
    expect(served).toContain(channel)
  expect(kindOf('screen')?.isScreen).toBe(true)
})
