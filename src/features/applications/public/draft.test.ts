import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applicantKinds, identityKinds } from '../law/kind.ts'
import { missingInApplicant } from '../cases/applicant.ts'
import { missingInWish } from '../cases/wish.ts'
import { blankDraft, draftOf, fieldsOf } from './draft.ts'
import { fieldOf, isAboutWish, stepOf } from './screen.ts'

const reading = (fields: Record<string, string>) => draftOf((name) => fields[name] ?? '')

describe('a draft of the public form', () => {
  test('is the same after any number of screens, whatever was typed', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((one) => one.trim())
    const typed = fc.record({
      ...{ wanted: text, hint: text, name: text, 'paper-number': text, phone: text, email: text, address: text, contact: text },
      ...{ agent: text, 'agent-number': text, kind: fc.constantFrom('information', 'correction', 'x'), reason: text },
      ...{ who: fc.constantFrom('', ...applicantKinds), paper: fc.constantFrom('', ...identityKinds), mailed: fc.constantFrom('', 'yes') },
      ...{ form: fc.constantFrom('electronic', 'x'), way: fc.constantFrom('post', 'x'), 'item-1': text, 'item-7': text, split: text },
    })
    fc.assert(
      fc.property(typed, (fields) => {
        const draft = reading(fields)
        expect(reading(fieldsOf(draft))).toEqual(draft)
      }),
    )
  })

  test('takes the edited parts as long as the text is the same, and parts another text anew', () => {
    const wanted = '1. 水质监测报告\n2. 排污许可名单'
    expect(reading({ wanted }).wish.items).toEqual(['水质监测报告', '排污许可名单'])
    expect(reading({ wanted, split: wanted, 'item-1': '只要这一项' }).wish.items).toEqual(['只要这一项'])
    expect(reading({ wanted: '防汛应急预案', split: wanted, 'item-1': '只要这一项' }).wish.items).toEqual([])
  })

  test('forgets the reason of a correction that is none any more', () => {
    expect(reading({ kind: 'information', reason: '有误' }).wish.reason).toBe('')
  })
})

describe('a refusal', () => {
  const wish = { ...blankDraft.wish, kind: 'correction', form: 'x', way: 'x', documentHint: 'x'.repeat(301) } as never
  const { applicant } = blankDraft

  test('of the wish stands at a field of the first screen, of the applicant at one of the last', () => {
    expect(missingInWish(wish).map(fieldOf)).toEqual(['wanted', 'hint', 'reason', 'form', 'way'])
    expect(missingInWish(wish).every(isAboutWish)).toBe(true)
    expect(missingInApplicant(applicant, 'post').map(fieldOf)).toEqual(['who', 'name', 'paper', 'paper-number', 'phone', 'address'])
    expect(missingInApplicant(applicant, 'post').some(isAboutWish)).toBe(false)
  })

  test('of a file stands at the files, and a button that does not exist goes nowhere', () => {
    expect(fieldOf('file-too-large')).toBe('proof')
    expect([stepOf('send'), stepOf('found'), stepOf('constructor'), stepOf('')]).toEqual(['send', 'found', undefined, undefined])
  })
})
