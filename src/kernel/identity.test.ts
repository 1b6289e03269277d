import { describe, expect, test } from 'vitest'
import {
  hasIdentityShape,
  isCreditCode,
  isIdentityNumber,
  isOldIdentityNumber,
  isOrganisationCode,
  organisationCodeCheck,
  passesLuhn,
} from './identity.ts'

describe('identity numbers of 18 places', () => {
  test.each(['11010519491231002X', '11010519491231002x', '440524188001010014', '530102199003070016'])('%s is one', (number) => {
    expect(isIdentityNumber(number)).toBe(true)
  })
  test.each([
    ['110105194912310021', 'the check character is wrong'],
    ['11010519490231002X', 'the 31st of February'],
    ['99010519491231002X', 'no such province'],
    ['1101051949123100', 'too short'],
    ['11010517491231002X', 'born in the 18th century'],
    ['', 'nothing'],
  ])('%s is none: %s', (number) => {
    expect(isIdentityNumber(number)).toBe(false)
  })
  test('every single wrong digit is noticed', () => {
    const right = '530102199003070016'
    for (let at = 0; at < 18; at++) {
      const wrong = right.slice(0, at) + ((Number(right[at]) + 1) % 10) + right.slice(at + 1)
      expect(isIdentityNumber(wrong), wrong).toBe(false)
    }
  })
  test('a mistyped number keeps the shape', () => {
    expect(hasIdentityShape('530102199003070017')).toBe(true)
    expect(hasIdentityShape('530102199013070017')).toBe(false)
  })
})

test('an identity number of 15 places needs a province and a birthday', () => {
  expect(isOldIdentityNumber('110105491231002')).toBe(true)
  expect(isOldIdentityNumber('110105491331002')).toBe(false)
  expect(isOldIdentityNumber('990105491231002')).toBe(false)
  expect(isOldIdentityNumber('1101054912310021')).toBe(false)
})

describe('organisation codes', () => {
  test.each(['014416330', '003110926', '01441633-0', 'D2143569X'])('%s passes', (code) => {
    expect(isOrganisationCode(code)).toBe(true)
  })
  test.each(['014416331', '01441633', '0144163300', 'd2143569x', ''])('%s does not', (code) => {
    expect(isOrganisationCode(code)).toBe(false)
  })
  test('the check character is refused for less than eight places', () => {
    expect(organisationCodeCheck('01441633')).toBe('0')
    expect(() => organisationCodeCheck('0144163')).toThrow(RangeError)
  })
})

describe('credit codes', () => {
  test('the published example passes, and its organisation code too', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    expect(isOrganisationCode('M000100Y4')).toBe(true)
  })
  test.each(['91350100M000100Y44', '91350100I000100Y43', '91350100M000100Y4', ''])('%s does not', (code) => {
    expect(isCreditCode(code)).toBe(false)
  })
})

test('the Luhn sum tells bank cards from other digits', () => {
  expect(passesLuhn('6222020000000000000')).toBe(true)
  expect(passesLuhn('6217000000000000004')).toBe(true)
  expect(passesLuhn('6217000000000000005')).toBe(false)
  expect(passesLuhn('6217 0000')).toBe(false)
  expect(passesLuhn('')).toBe(false)
})
