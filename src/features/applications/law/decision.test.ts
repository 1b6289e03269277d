import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../kernel/case/event.ts'
import { asDay } from '../../../kernel/day.ts'
import { outcomes } from '../load-outcomes.ts'
import { caseLeaf, type DecisionSituation, type ItemDecision, missingInDecision, remedyRulesOf } from './decision.ts'
import { formOn, leavesOn } from './leaf.ts'
import type { ThirdPartyAnswer } from './objection.ts'

const today = asDay('2026-06-15')
const earlier = asDay('2015-03-02')
const formOf = (day: typeof today) => {
  const form = formOn(outcomes, day)
  if (form === undefined) throw new Error(`no form on ${day}`)
  return form
}
const situation: DecisionSituation = { on: today, form: formOf(today), events: [], thirdParties: [] }
const decision: ItemDecision = { leaf: 'G1', groundWords: '依据充分', facts: '已查明', files: [] }
const clean = { hash: 'aa', isChecked: true }
const redacted = { hash: 'bb', isChecked: true, redactionOf: 'aa' }
const missing = (given: Partial<ItemDecision>, found: Partial<DecisionSituation> = {}) =>
  missingInDecision({ ...decision, ...given }, outcomes, { ...situation, ...found })

describe('a decision can be sent', () => {
  test('to disclose, with a checked file or a place where it is public', () => {
    expect(missing({ files: [clean] })).toEqual([])
    expect(missing({ pointer: '区政府网站“规划”栏目' })).toEqual([])
    expect(missing({})).toEqual(['file-or-pointer'])
    expect(missing({ files: [{ ...clean, isChecked: false }] })).toEqual(['file-not-checked'])
  })

  test('to withhold, with ground and facts, and with harm or discretion where the law asks for it', () => {
    expect(missing({ leaf: 'D1', groundWords: ' ', facts: '' })).toEqual(['ground', 'facts'])
    expect(missing({ leaf: 'D3' })).toEqual(['harm'])
    expect(missing({ leaf: 'D3', harm: '可能危及供水安全' })).toEqual([])
    for (const leaf of ['D5', 'D6', 'D7']) {
      expect(missing({ leaf })).toEqual(['discretion'])
      expect(missing({ leaf, discretion: '公开将妨碍坦率讨论' })).toEqual([])
    }
  })

  test('to refuse without handing over any file', () => {
    expect(missing({ leaf: 'D1', files: [clean] })).toEqual(['file-with-refusal'])
  })

  test('under no leaf that the edition does not know', () => {
    expect(missing({ leaf: 'W1' })).toEqual(['leaf'])
    expect(missing({ leaf: 'Z9' })).toEqual(['leaf'])
    expect(missing({ leaf: 'W1' }, { form: formOf(earlier) })).toEqual([])
  })
})

describe('a partial disclosure', () => {
  const part = { leaf: 'G2', files: [redacted], withheldLeaves: ['D1'] }

  test('needs a redacted copy bound to its original, and the ground of what is blacked out', () => {
    expect(missing(part)).toEqual([])
    expect(missing({ ...part, files: [clean], withheldLeaves: [] })).toEqual(['redacted-file', 'withheld-leaves'])
    expect(missing({ ...part, files: [{ ...redacted, redactionOf: 'bb' }] })).toContain('redacted-file')
    expect(missing({ ...part, withheldLeaves: ['D1', 'P1'] })).toEqual(['withheld-leaf-unknown'])
  })

  test('needs what the ground of the withheld part needs', () => {
    expect(missing({ ...part, withheldLeaves: ['D3', 'D5'] })).toEqual(['harm', 'discretion'])
    expect(missing({ ...part, withheldLeaves: ['D4'], harm: '隐私' })).toEqual(['consultation'])
    expect(missing({ ...part, withheldLeaves: ['D8'] })).toEqual(['pointer'])
  })

  test('never hands over the original beside its redacted copy', () => {
    expect(missing({ ...part, files: [clean, redacted] })).toEqual(['original-handed-over'])
  })

  test('that withholds the part of a third party which refused needs no override', () => {
    const thirdParties = [{ answer: 'refused', isFounded: true }] as const
    expect(missing({ ...part, withheldLeaves: ['D4'], harm: '隐私' }, { thirdParties })).toEqual([])
    expect(missing(part, { thirdParties })).toEqual(['override'])
  })
})

describe('the word of a third party', () => {
  const withhold = (...thirdParties: ThirdPartyAnswer[]) => missing({ leaf: 'D4', harm: '商业秘密' }, { thirdParties })
  const disclose = (...thirdParties: ThirdPartyAnswer[]) => missing({ files: [clean] }, { thirdParties })
  const override = { reasons: '涉及公共卫生', isToldToThirdParty: true }

  test('must have been asked for before it is withheld for their sake, and the answer awaited', () => {
    expect(withhold()).toEqual(['consultation'])
    expect(withhold({ answer: 'waiting' })).toEqual(['consultation-open'])
    expect(withhold({ answer: 'refused', isFounded: true })).toEqual([])
    expect(withhold({ answer: 'silent' })).toEqual([])
    expect(withhold({ answer: 'agreed' })).toEqual(['third-party-agreed'])
    expect(withhold({ answer: 'agreed' }, { answer: 'refused' })).toEqual([])
  })

  test('is overridden only with reasons in writing of which they were told', () => {
    expect(disclose({ answer: 'refused', isFounded: true })).toEqual(['override'])
    expect(disclose({ answer: 'refused', override })).toEqual([])
    expect(disclose({ answer: 'refused', override: { reasons: ' ', isToldToThirdParty: false } })).toEqual([
      'override-reasons',
      'override-notice',
    ])
    expect(disclose({ answer: 'waiting' })).toEqual(['consultation-open'])
  })

  test('binds since 2019 only with good reason; before, there was no disclosure without consent', () => {
    expect(disclose({ answer: 'refused', isFounded: false })).toEqual([])
    expect(disclose({ answer: 'silent' })).toEqual([])
    const before = (one: ThirdPartyAnswer) =>
      missing({ leaf: 'A2', files: [clean] }, { form: formOf(earlier), on: earlier, thirdParties: [one] })
    expect(before({ answer: 'refused', isFounded: false })).toEqual(['override'])
    expect(before({ answer: 'silent' })).toEqual(['override'])
    expect(before({ answer: 'agreed' })).toEqual([])
  })
})

describe('what must have happened in the case', () => {
  const asked: CaseEvent = { kind: 'clarification-asked', on: asDay('2026-05-08'), answerBy: asDay('2026-05-29') }
  const supplemented: CaseEvent = { kind: 'supplemented', on: asDay('2026-05-20') }
  const noticed: CaseEvent = { kind: 'fee-noticed', sentOn: asDay('2026-05-08') }

  test('before it is called unclear: a notice and a supplement', () => {
    expect(missing({ leaf: 'U3' })).toEqual(['clarification-notice', 'supplement'])
    expect(missing({ leaf: 'U3' }, { events: [asked] })).toEqual(['supplement'])
    expect(missing({ leaf: 'U3' }, { events: [asked, supplemented] })).toEqual([])
  })

  test('before it is called abandoned: a notice whose period has passed, and no supplement', () => {
    const events = [asked]
    expect(missing({ leaf: 'O1' })).toEqual(['clarification-notice', 'supplement-lapsed'])
    expect(missing({ leaf: 'O1' }, { events })).toEqual([])
    expect(missing({ leaf: 'O1' }, { events, on: asDay('2026-05-29') })).toEqual(['supplement-lapsed'])
    expect(missing({ leaf: 'O1' }, { events: [asked, supplemented] })).toEqual(['supplement-lapsed'])
  })

  test('before it is closed for a fee: a notice, and no payment when the last day had passed', () => {
    const payBy = asDay('2026-06-05')
    expect(missing({ leaf: 'O2' })).toEqual(['fee-notice', 'payment-lapsed'])
    expect(missing({ leaf: 'O2' }, { events: [noticed], payBy })).toEqual([])
    expect(missing({ leaf: 'O2' }, { events: [noticed], payBy, on: payBy })).toEqual(['payment-lapsed'])
    expect(missing({ leaf: 'O2' }, { events: [noticed, { kind: 'fee-paid', on: payBy }], payBy })).toEqual(['payment-lapsed'])
  })

  test('before it is called excessive: the applicant was asked for reasons', () => {
    expect(missing({ leaf: 'P4' })).toEqual(['reasons-asked'])
    expect(missing({ leaf: 'P4' }, { events: [{ kind: 'reasons-asked', on: asDay('2026-06-01') }] })).toEqual([])
  })

  test('before it is called absent, repeated or published: the search, the earlier reply, the publication', () => {
    expect(missing({ leaf: 'U1' })).toEqual(['search'])
    expect(missing({ leaf: 'U1', search: '档案室2010—2015年卷宗' })).toEqual([])
    for (const leaf of ['P2', 'P3', 'D8']) expect(missing({ leaf })).toEqual(['pointer'])
  })
})

describe('the remedies of several decisions', () => {
  const rules = (...decisions: Partial<ItemDecision>[]) =>
    remedyRulesOf(
      decisions.map((one) => ({ ...decision, ...one })),
      outcomes,
      situation.form,
    )

  test('are those of each leaf once; a partial disclosure has those of its withheld part', () => {
    expect(rules({ leaf: 'G1' }, { leaf: 'U1' })).toEqual(['ordinary'])
    expect(rules({ leaf: 'D5' }, { leaf: 'U1' })).toEqual(['withheld', 'ordinary'])
    expect(rules({ leaf: 'G2', withheldLeaves: ['D4'] })).toEqual(['withheld'])
    expect(rules({ leaf: 'G2', withheldLeaves: ['D8'] })).toEqual(['ordinary'])
  })
})

describe('the one leaf of a case', () => {
  const whole = (...codes: string[]) => caseLeaf(codes, outcomes, situation.form)?.code

  test('is that of its items when all end alike', () => {
    expect(whole('G1', 'G1')).toBe('G1')
    expect(whole('D6')).toBe('D6')
  })

  test('is the partial one as soon as something is handed over and something not', () => {
    expect(whole('G1', 'D4')).toBe('G2')
    expect(whole('G1', 'U1')).toBe('G2')
    expect(whole('P2', 'G2')).toBe('G2')
    expect(whole('G1', 'G2')).toBe('G2')
    expect(caseLeaf(['A2', 'W1'], outcomes, formOf(earlier))?.code).toBe('A3')
  })

  test('of the earlier edition is not partial when everything is handed over or public already', () => {
    expect(caseLeaf(['A2', 'A1', 'A2'], outcomes, formOf(earlier))?.code).toBe('A2')
  })

  test('is otherwise the first group of the form, and in it the leaf of the most items, then the first row', () => {
    expect(whole('P1', 'U1', 'D7')).toBe('D7')
    expect(whole('P1', 'P1', 'U2')).toBe('U2')
    expect(whole('D4', 'D7', 'D7')).toBe('D7')
    expect(whole('D7', 'D4')).toBe('D4')
    expect(whole('O3', 'P5')).toBe('P5')
  })

  test('is there for no case without items, or with a leaf that the form does not know', () => {
    expect(whole()).toBeUndefined()
    expect(whole('G1', 'W1')).toBeUndefined()
  })

  test('does not depend on the order of the items, and is one of theirs or the partial one', () => {
    const codes = leavesOn(outcomes, today).map(({ code }) => code)
    const several = fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(several, (items) => {
        const found = whole(...items)
        expect(whole(...items.toReversed())).toBe(found)
        expect(whole(...items.toSorted())).toBe(found)
        expect([...items, 'G2']).toContain(found)
      }),
      { numRuns: 1000 },
    )
  })
})
