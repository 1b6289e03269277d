import { expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { completeness, emptyProfile, exists, isProfileOutdated, missingFields, profileRefusals } from './unit.ts'

const full = {
  ...emptyProfile,
  ...{
    functionsZh: '安全生产监管',
    addressZh: '明川市政务路1号',
    hoursZh: '工作日 9:00—17:30',
    responsibleZh: '局长',
    contactZh: '办公室',
  },
  ...{ telephone: '0999-5551000', fax: '0999-5551001', email: 'open@example.org', web: 'https://example.org' },
}

it('a profile is complete when every field has its Chinese text', () => {
  expect(missingFields({ ...full, kind: 'department' })).toEqual([])
  expect(completeness({ ...full, kind: 'department' })).toBe(100)
})

it('what is missing is named in the order of the form and measured', () => {
  const poor = { ...full, fax: ' ', hoursZh: '', kind: 'department' } as const
  expect(missingFields(poor)).toEqual(['hours', 'fax'])
  expect(completeness(poor)).toBe(78)
})

it('a village needs no fax, web or mail of its own (S1-031)', () => {
  expect(missingFields({ ...full, fax: '', web: '', email: '', kind: 'village' })).toEqual([])
  expect(completeness({ ...emptyProfile, kind: 'village' })).toBe(0)
})

it('wrong contacts are refused, empty ones are only gaps', () => {
  expect(profileRefusals(emptyProfile)).toEqual([])
  expect(profileRefusals({ ...full, email: 'nobody', web: 'javascript:alert(1)', telephone: 'call me' })).toEqual([
    'email-wrong',
    'web-wrong',
    'telephone-wrong',
  ])
})

it('a unit exists from its first to its last day', () => {
  const unit = { sinceOn: asDay('2010-01-01'), untilOn: asDay('2026-06-30') }
  expect(['2009-12-31', '2010-01-01', '2026-06-30', '2026-07-01'].map((day) => exists(unit, asDay(day)))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

it('a profile is outdated when the organisation changed after it was checked', () => {
  const renamed = { kind: 'renamed', happenedOn: asDay('2026-03-01') }
  expect(isProfileOutdated({ profileOn: asDay('2026-02-28') }, [renamed])).toBe(true)
  expect(isProfileOutdated({ profileOn: asDay('2026-03-01') }, [renamed])).toBe(false)
  expect(isProfileOutdated({ profileOn: asDay('2026-02-28') }, [{ ...renamed, kind: 'founded' }])).toBe(false)
})
