import { describe, expect, test } from 'vitest'
import { asDay, dayOf } from '../../../kernel/day.ts'
import type { Carrier } from '../carriers/carrier.ts'
import { kindOf } from '../load-kinds.ts'
import { instantOf, postingRefusals, timeOf, type KnownDocument, type PostingAsk } from './posting.ts'

const carrier: Carrier = {
  ...{ id: 7, code: 'liuxi-7', unitId: 1, kind: 'public-column', nameZh: '公开栏', nameEn: 'Column', placeZh: '门前', placeEn: '' },
  ...{ web: '', kindSaid: '', rhythm: 'quarterly', sinceOn: asDay('2026-01-05'), photo: '', version: 1 },
}
const released: KnownDocument = { id: 3, isPublic: true, publishedAt: new Date('2026-06-10T10:05:40+08:00'), publishedVersion: 1 }
const now = { at: new Date('2026-06-15T10:00:00+08:00'), today: asDay('2026-06-15') }

function refusalsOf(
  ask: Partial<PostingAsk>,
  { documents = [released], hanging = [] as number[], kind = 'public-column', place = carrier } = {},
) {
  const whole = { postedAt: now.at, issue: '', page: '', note: '', earlyReason: '', hasProof: false, ...ask }
  const at = { carrier: place, kind: kindOf(kind), postedOn: whole.postedAt && dayOf(whole.postedAt) }
  return postingRefusals(whole, at, documents, hanging, now)
}
const at = (text: string): Date => new Date(`${text}:00+08:00`)

describe('a posting', () => {
  test('of a released document today is recorded', () => expect(refusalsOf({})).toEqual([]))

  test('is never earlier than the portal, to the minute, unless the reason is on record', () => {
    expect(refusalsOf({ postedAt: at('2026-06-10T10:05') })).toEqual([])
    expect(refusalsOf({ postedAt: at('2026-06-10T10:04') })).toEqual(['before-portal'])
    expect(refusalsOf({ postedAt: at('2026-06-10T10:04'), earlyReason: '汛情紧急，先行张贴' })).toEqual([])
  })

  test('of what is not public is refused, whatever the reason', () => {
    const documents = [{ ...released, isPublic: false }]
    expect(refusalsOf({ earlyReason: '紧急' }, { documents })).toEqual(['not-public'])
  })

  test.each([
    ['no day', undefined, 'day-wrong'],
    ['tomorrow', at('2026-06-16T08:00'), 'in-future'],
    ['in an hour', at('2026-06-15T11:00'), 'in-future'],
    ['before the carrier was there', at('2026-01-04T08:00'), 'before-carrier'],
  ])('on a wrong day, %s, is refused', (_, postedAt, refusal) => expect(refusalsOf({ postedAt, earlyReason: '补登' })).toEqual([refusal]))

  test('after the last day of the carrier is refused', () => {
    expect(refusalsOf({}, { place: { ...carrier, untilOn: asDay('2026-06-14') } })).toEqual(['after-carrier'])
  })

  test('is recorded once as long as it hangs, and once for each issue of a paper', () => {
    expect(refusalsOf({}, { hanging: [3] })).toEqual(['posted-already'])
    expect(refusalsOf({}, { kind: 'newspaper' })).toEqual(['issue-missing'])
    expect(refusalsOf({ issue: '2026年第12期' }, { kind: 'newspaper', hanging: [3] })).toEqual([])
  })

  test('on a carrier of its own kind needs proof, and something must be ticked', () => {
    expect(refusalsOf({}, { kind: 'other', documents: [] })).toEqual(['proof-missing', 'nothing-chosen'])
    expect(refusalsOf({ hasProof: true }, { kind: 'other' })).toEqual([])
  })
})

describe('a day and a time', () => {
  test('are read in the time of Shanghai', () => {
    expect(instantOf('2026-06-15', '9:05')).toEqual(new Date('2026-06-15T01:05:00.000Z'))
    expect(instantOf(' 2026-06-15 ', '23：59')).toEqual(new Date('2026-06-15T15:59:00.000Z'))
    expect(timeOf(new Date('2026-06-15T16:30:00.000Z'))).toBe('00:30')
  })

  test.each([
    ['2026-02-29', '09:00'],
    ['2026-06-15', '24:00'],
    ['2026-06-15', '09:60'],
    ['15.6.2026', '09:00'],
    ['2026-06-15', ''],
  ])('such as %s %s are none', (day, time) => expect(instantOf(day, time)).toBeUndefined())
})
