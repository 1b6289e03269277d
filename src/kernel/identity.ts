import { isCalendarDay } from './day.ts'

const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const identityForm = /^[1-9]\d{16}[\dX]$/
const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const identityChecks = '10X98765432'

/** True for an 18-place citizen identity number: a province, a birthday that exists and the check character of ISO 7064 MOD 11-2 (GB 11643). */
export function isIdentityNumber(text: string): boolean {
  if (!hasIdentityShape(text)) return false
  const sum = identityWeights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return identityChecks[sum % 11] === text[17]?.toUpperCase()
}

/** True when province and birthday could stand in an 18-place identity number, whatever its check character: a mistyped number has this shape too. */
export function hasIdentityShape(text: string): boolean {
  const number = text.toUpperCase()
  if (!identityForm.test(number) || !provinces.has(number.slice(0, 2))) return false
  const century = number.slice(6, 8)
  return (century === '18' || century === '19' || century === '20') && isCalendarDay(dashed(number.slice(6, 14)))
}

/** True for the form of the 15-place number in use before 1999: a province and a birthday of the 1900s. It has no check character, so chance hits exist. */
export function isOldIdentityNumber(text: string): boolean {
  return /^\d{15}$/.test(text) && provinces.has(text.slice(0, 2)) && isCalendarDay(dashed(`19${text.slice(6, 12)}`))
}

const organisationForm = /^[0-9A-Z]{8}[0-9X]$/
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** The check character that belongs to the first eight places of an organisation code (GB 11714). Throws a RangeError for anything else than eight digits or capitals. */
export function organisationCodeCheck(first8: string): string {
  if (!/^[0-9A-Z]{8}$/.test(first8)) throw new RangeError(`not the first eight places of an organisation code: ${JSON.stringify(first8)}`)
  const sum = organisationWeights.reduce((total, weight, at) => total + weight * Number.parseInt(first8[at] ?? '', 36), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** True for a nine-place organisation code, with or without the hyphen before its check character. */
export function isOrganisationCode(text: string): boolean {
  const code = text.replace(/^(.{8})-(.)$/, '$1$2')
  return organisationForm.test(code) && organisationCodeCheck(code.slice(0, 8)) === code[8]
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** True for an 18-place unified social credit code (GB 32100): its own alphabet, and the check character over weights 3^i mod 31. */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false
  let sum = 0
  let weight = 1
  for (const sign of text.slice(0, 17)) {
    const value = creditAlphabet.indexOf(sign)
    if (value < 0) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === text[17]
}

/** True when the digits pass the Luhn sum that bank cards carry (ISO/IEC 7812). False for anything with other signs, and for nothing. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false
  let sum = 0
  for (let at = digits.length - 1, doubled = false; at >= 0; at--, doubled = !doubled) {
    const digit = Number(digits[at]) * (doubled ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

function dashed(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
}
