import { describe, expect, test } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { isPublic, limits, missingForDuty, missingIn, missingInCorrection, type Content } from './document.ts'

const today = asDay('2026-06-15')
const whole: Content = {
  ...{
    attribute: 'proactive',
    ground: '',
    groundReason: '',
    audience: 'society',
    language: 'zh',
    title: '通知',
    summary: '',
    body: '正文',
  },
  ...{ documentNumber: '', subject: '2', genre: '', served: '', keywords: [], formedOn: asDay('2026-06-01') },
}

describe('what is missing in a text', () => {
  test('is nothing when title, text, subject and day are there', () => {
    expect(missingIn(whole, today)).toEqual([])
  })

  test('is told all at once', () => {
    const bare = { ...whole, title: ' ', body: '\n', subject: '', formedOn: undefined, summary: '长'.repeat(limits.summary + 1) }
    expect(missingIn(bare, today)).toEqual(['title', 'summary-too-long', 'body', 'subject', 'formed-on'])
  })

  test('a day of formation after today and an end before it are both named', () => {
    const wrong = { ...whole, formedOn: asDay('2026-06-16'), validUntil: asDay('2026-06-14') }
    expect(missingIn(wrong, today)).toEqual(['formed-in-future', 'ends-before-formed'])
    expect(missingIn({ ...whole, formedOn: today, validUntil: today }, today)).toEqual([])
  })

  test('what is not published needs a ground, and a reason where the law leaves a choice', () => {
    expect(missingIn({ ...whole, attribute: 'withheld' }, today)).toEqual(['ground'])
    expect(missingIn({ ...whole, attribute: 'withheld', ground: 'made-up' }, today)).toEqual(['ground'])
    expect(missingIn({ ...whole, attribute: 'withheld', ground: 'state-secret' }, today)).toEqual([])
    expect(missingIn({ ...whole, attribute: 'on-application', ground: 'internal-affairs' }, today)).toEqual(['ground-reason'])
    expect(missingIn({ ...whole, attribute: 'on-application', ground: 'internal-affairs', groundReason: '轮值表' }, today)).toEqual([])
  })
})

describe('a correction', () => {
  test('must change something', () => {
    expect(missingInCorrection(whole, whole, true)).toEqual(['nothing-changed'])
    expect(missingInCorrection(whole, whole, false)).toEqual([])
  })

  test('cannot take a page away from its readers', () => {
    expect(missingInCorrection(whole, { attribute: 'withheld', audience: 'society' }, false)).toEqual(['vanishes'])
    expect(missingInCorrection(whole, { attribute: 'proactive', audience: 'staff' }, false)).toEqual(['vanishes'])
    expect(missingInCorrection({ audience: 'staff' }, { attribute: 'proactive', audience: 'staff' }, false)).toEqual([])
    expect(missingInCorrection(whole, { attribute: 'proactive', audience: 'group' }, false)).toEqual([])
  })
})

test('withdrawn, cancelled and removed pages stay public to explain themselves; drafts, kept and internal ones never are', () => {
  for (const standing of ['published', 'cancelled', 'withdrawn', 'replaced', 'removed'] as const) {
    expect(isPublic({ standing, audience: 'society' })).toBe(true)
    expect(isPublic({ standing, audience: 'staff' })).toBe(false)
  }
  expect(isPublic({ standing: 'unpublished', audience: 'society' })).toBe(false)
  expect(isPublic({ standing: 'kept', audience: 'society' })).toBe(false)
})

test('a promise to the public is not kept by a text for staff, unless it is withheld with a ground', () => {
  const staff = { audience: 'staff', attribute: 'proactive' } as const
  expect(missingForDuty(staff, 'society')).toEqual(['audience-narrower'])
  expect(missingForDuty(staff, 'staff')).toEqual([])
  expect(missingForDuty(staff, undefined)).toEqual([])
  expect(missingForDuty({ ...staff, attribute: 'withheld' }, 'society')).toEqual([])
  expect(missingForDuty({ ...staff, audience: 'society' }, 'society')).toEqual([])
})
