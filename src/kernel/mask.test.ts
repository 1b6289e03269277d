import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { maskEmail, maskIdNumber, maskName, maskOrganisation, maskPhone } from './mask.ts'

describe('a masked name', () => {
  it.each([
    ['王小明', '王**'],
    ['王明', '王*'],
    ['欧阳修', '欧阳*'],
    ['欧阳', '欧*'],
    ['诸葛孔明', '诸葛**'],
    ['买买提·艾力', '买**'],
    ['王', '*'],
    ['Li Ming', 'L***'],
    ['L', '***'],
    ['བསོད་ནམས', 'བ***'],
    ['𠮷野家', '𠮷**'],
    ['  王小明 ', '王**'],
    ['', ''],
    ['　', ''],
  ])('of %s is %s', (name, masked) => expect(maskName(name)).toBe(masked))
})

describe('the masked name of a body', () => {
  it.each([
    ['明川阳光环保有限公司', '明川***有限公司'],
    ['明川市青石律师事务所', '明川***律师事务所'],
    ['石桥村村民委员会', '石桥***村民委员会'],
    ['明川公司', '明***公司'],
    ['明公司', '***公司'],
    ['有限公司', '有限***'],
    ['公司', '公***'],
    ['Sunshine Works Co., Ltd.', 'Su*** Co., Ltd.'],
    ['Green River Association', 'Gr*** Association'],
    ['绿', '***'],
    ['', ''],
  ])('of %s is %s', (name, masked) => expect(maskOrganisation(name)).toBe(masked))
})

test.each([
  [maskIdNumber, '330702199003071234', '330***34'],
  [maskIdNumber, '33070219900307123X', '330***3X'],
  [maskIdNumber, '330702 900307 123', '330***23'],
  [maskIdNumber, 'E12345678', 'E12***78'],
  [maskIdNumber, '1234567', '***67'],
  [maskIdNumber, '12', '***'],
  [maskIdNumber, '', ''],
  [maskPhone, '13800138000', '138****8000'],
  [maskPhone, '+86 138-0013-8000', '138****8000'],
  [maskPhone, '0086 13800138000', '138****8000'],
  [maskPhone, '１３８００１３８０００', '138****8000'],
  [maskPhone, '0579-82331234', '057****34'],
  [maskPhone, '82331234', '****34'],
  [maskPhone, '12345', '****'],
  [maskPhone, 'none', '****'],
  [maskPhone, ' ', ''],
  [maskEmail, 'liming@example.cn', 'l***@example.cn'],
  [maskEmail, 'l@example.cn', '***@example.cn'],
  [maskEmail, '李明@example.cn', '李***@example.cn'],
  [maskEmail, 'not an address', '***'],
  [maskEmail, 'li@', '***'],
  [maskEmail, '@example.cn', '***'],
  [maskEmail, '', ''],
])('%o of %j is %j', (mask, text, masked) => expect(mask(text)).toBe(masked))

const digits = (shortest: number, longest: number) => fc.stringMatching(new RegExp(`^[0-9]{${shortest},${longest}}$`))

test('the birthday in an identity number never shows', () => {
  fc.assert(
    fc.property(digits(18, 18), (number) => {
      const masked = maskIdNumber(number)
      expect(masked).toBe(`${number.slice(0, 3)}***${number.slice(16)}`)
    }),
  )
})

test('whatever is masked, at least one character of it is hidden, and no half of a character shows', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[王李欧阳修明川公司有限 a-z@.0-9]{0,20}$/u))
  fc.assert(
    fc.property(text, (plain) => {
      for (const mask of [maskName, maskOrganisation, maskIdNumber, maskPhone, maskEmail]) {
        const masked = mask(plain)
        if (plain.trim() === '') continue
        expect(masked).toContain('*')
        const hidden = (part: string) => part.normalize('NFKC').trim()
        if (!plain.includes('*')) expect(hidden(masked.replaceAll('*', ''))).not.toBe(hidden(plain))
        expect(masked).not.toMatch(/\p{Surrogate}/u)
      }
    }),
    { numRuns: 2000 },
  )
})
