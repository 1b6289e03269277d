import { expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

test.each([
  ['秘密★10年', 'mark: 秘密★10年'],
  ['机密★', 'mark: 机密★'],
  ['密级：秘密', 'mark: 密级：秘密'],
  ['秘密\n\n关于某事的通知', 'mark: 秘密'],
  ['CONFIDENTIAL//NOT FOR RELEASE', 'mark: CONFIDENTIAL//'],
  ['内部资料，注意保存', 'internal: 内部资料，注意保存'],
])('%s carries a mark', (text, found) => {
  expect(foundBy('secrecy', text)).toEqual([found])
})

test.each([
  ['涉及国家秘密、商业秘密和个人隐私的除外。'],
  ['except those involving state secrets, commercial secrets and personal privacy'],
  ['the classification and duration of confidentiality should be determined'],
  ['做好保密审查工作'],
])('%s carries none', (text) => {
  expect(foundBy('secrecy', text)).toEqual([])
})

test('a county has no power to classify, and a city none for the highest level', () => {
  expect(foundBy('secrecy', '秘密★5年', { unitLevel: 'county' })).toEqual(['mark: 秘密★5年', 'no-power: 秘密★5年'])
  expect(foundBy('secrecy', '绝密★20年', { unitLevel: 'city' })).toEqual(['mark: 绝密★20年', 'no-power: 绝密★20年'])
  expect(foundBy('secrecy', '绝密★20年', { unitLevel: 'province' })).toEqual(['mark: 绝密★20年'])
  expect(foundBy('secrecy', '绝密★20年', { unitLevel: 'other' })).toEqual(['mark: 绝密★20年'])
})

test('a period longer than the level allows is named with its limit and its basis', () => {
  const finding = findingsIn('秘密★15年').find((each) => each.because === 'too-long')
  expect(finding?.params).toMatchObject({ level: '秘密', years: 15, longest: 10 })
  expect(finding?.params?.['basis']).toContain('保守国家秘密法')
  expect(foundBy('secrecy', '机密★20年')).toEqual(['mark: 机密★20年'])
})
