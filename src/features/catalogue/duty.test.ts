import { expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { isInForce, isPublic, laidDown, type Duty } from './duty.ts'

const statute = { days: 20, count: 'working' } as const
const duty: Duty = {
  code: 'normative',
  titleZh: '行政规范性文件',
  titleEn: 'Normative documents',
  elementsZh: '',
  elementsEn: '',
  basisZh: '政府信息公开条例第二十条',
  basisEn: '',
  rule: { kind: 'within', days: 20, count: 'working', anchor: 'formation' },
  channels: ['portal'],
  audience: 'society',
  mode: 'proactive',
  levels: ['city'],
  isRequired: true,
  genre: '',
  subject: '',
  guidanceZh: '',
  guidanceEn: '',
  sinceOn: asDay('2026-01-01'),
}

it('a line with all it needs and the time of the law is laid down', () => {
  expect(laidDown(duty, statute)).toEqual({ ok: true, value: duty })
})

it('a line is refused with every reason at once', () => {
  const poor: Duty = {
    ...duty,
    ...{ titleEn: ' ', basisZh: '', channels: [], levels: [], untilOn: asDay('2025-12-31') },
    rule: { kind: 'within', days: 30, count: 'working', anchor: 'change' },
  }
  const outcome = laidDown(poor, statute)
  expect(outcome.ok ? [] : outcome.refusals.sort()).toEqual([
    'basis-missing',
    'channel-missing',
    'ends-before-start',
    'level-missing',
    'looser-than-statute',
    'title-missing',
  ])
})

it.each([Number.NaN, 0, -1, 2.5, 367])('%s is no number of days', (days) => {
  const outcome = laidDown(
    { ...duty, rule: { kind: 'within', days, count: 'working', anchor: 'formation' } },
    { days: 400, count: 'working' },
  )
  expect(outcome).toEqual({ ok: false, refusals: ['days-wrong'] })
})

it.each(['02-29', '13-01', '00-10', '04-31', '4-1', '', '2026-03-31'])('%j is no day that every year has', (by) => {
  expect(laidDown({ ...duty, rule: { kind: 'standing', confirm: 'year', by } }, statute)).toEqual({ ok: false, refusals: ['date-wrong'] })
})

it('a line is in force from its first to its last day', () => {
  const ends = { ...duty, untilOn: asDay('2026-06-30') }
  expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => isInForce(ends, asDay(day)))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

it('what is open to staff alone is never public', () => {
  const today = asDay('2026-06-15')
  expect(isPublic(duty, today)).toBe(true)
  expect(isPublic({ ...duty, audience: 'staff' }, today)).toBe(false)
  expect(isPublic({ ...duty, untilOn: asDay('2026-06-14') }, today)).toBe(false)
})
