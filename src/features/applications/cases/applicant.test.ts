import { describe, expect, test } from 'vitest'
import { applicantOf } from '../given-cases.ts'
import { missingInApplicant, personKey, type Applicant } from './applicant.ts'

const card = '110101199003070012'

describe('somebody who asks', () => {
  test('gives a name, a proof and one way to be reached, and no more than that', () => {
    expect(missingInApplicant(applicantOf(), 'collect')).toEqual([])
    const nobody = applicantOf({ kind: '' as Applicant['kind'], name: '', identityKind: 'other', identityNumber: '', phone: '' })
    expect(missingInApplicant(nobody, 'collect')).toEqual(['kind-missing', 'name-missing', 'identity-missing', 'contact-missing'])
  })

  test('is told of a mistyped card, while the numbers of other papers are taken as they are', () => {
    const typed = (identityKind: Applicant['identityKind'], identityNumber: string) =>
      missingInApplicant(applicantOf({ identityKind, identityNumber }), 'collect')
    expect(typed('identity-card', card)).toEqual(['identity-wrong'])
    expect(typed('identity-card', '11010519491231002X')).toEqual([])
    expect(typed('passport', card)).toEqual([])
  })

  test('needs an address for an answer by post, and a mail address for one by mail', () => {
    expect(missingInApplicant(applicantOf(), 'post')).toEqual(['address-missing'])
    expect(missingInApplicant(applicantOf(), 'email')).toEqual(['email-wrong'])
    expect(missingInApplicant(applicantOf({ email: 'wang@example' }), 'collect')).toEqual(['email-wrong'])
    expect(missingInApplicant(applicantOf({ email: 'wang@example.org', address: '柳溪路1号' }), 'email')).toEqual([])
  })

  test('has a code and somebody who speaks for it where it is a body; an agent proves who they are', () => {
    const firm = applicantOf({ kind: 'company', name: '明川某公司', identityKind: 'passport' })
    expect(missingInApplicant(firm, 'collect')).toEqual(['identity-kind-missing', 'contact-name-missing'])
    expect(missingInApplicant({ ...firm, identityKind: 'credit-code', contactName: '李' }, 'collect')).toEqual([])
    expect(missingInApplicant(applicantOf({ agentName: '张三' }), 'collect')).toEqual(['agent-identity-missing'])
  })

  test('is the same person however the number is typed, and however the name is where there is no number', () => {
    const key = (more: Partial<Applicant>) => personKey(applicantOf(more))
    expect(key({ identityNumber: 'e-1234 5678', name: '王　小明' })).toBe(key({ identityNumber: 'Ｅ12345678' }))
    expect(key({ identityNumber: '', name: '王 小明' })).toBe(key({ identityNumber: '', name: '王小明' }))
    expect(key({})).not.toBe(key({ identityNumber: 'E12345679' }))
  })
})
